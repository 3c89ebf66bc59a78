// Draws many starts on their way over a picture of the landscape, frame by frame. Python has computed all their paths and
// sent them once; web/browser/race.py says when to draw which moment.
(function () {
    "use strict";
    var FIRST, MOST; // of the letters that stand for the places along an axis
    var APART = 1.2; // how many times further each remembered moment of a path is from the one before it
    var SECONDS = 8; // from the first moment to the last: early moments last longer, as most happens there
    var BETWEEN_WORDS = 250; // milliseconds: while it plays, the slider and the words follow that often
    var PATH = "#b35900";
    var HALO = "rgba(255, 255, 255, 0.75)";

    // The paths as letters: for each moment, for each start, how far across and how far up. `box` says where the axes
    // are, as shares of the canvas: left, top, right and bottom. `told` hears how far it is played.
    function Race(canvas, letters, starts, box, told) {
        var count = letters.length / (2 * starts);
        var places = new Float32Array(letters.length);
        for (var index = 0; index < letters.length; index += 2) {
            places[index] = box[0] + share(letters, index) * (box[2] - box[0]);
            places[index + 1] = box[3] - share(letters, index + 1) * (box[3] - box[1]);
        }
        this.last = count - 1;
        this.place = this.last;
        this.canvas = canvas;
        this.layer = document.createElement("canvas"); // the ways as far as they are drawn for good
        this.layerSteps = 0; // how many of the kept moments are joined there
        this.places = places;
        this.starts = starts;
        this.told = told;
        this.frame = 0;
        this.kept = [0];
        for (var step = 1; this.kept[this.kept.length - 1] < this.last; step *= APART) {
            this.kept.push(this.kept[this.kept.length - 1] + Math.floor(step));
        }
    }

    function share(letters, index) {
        return (letters.charCodeAt(index) - FIRST) / MOST;
    }

    // Show a moment, counted from 0; between two, every start is on the line from one to the other.
    Race.prototype.show = function (place) {
        var canvas = this.canvas;
        var scale = window.devicePixelRatio || 1;
        var width = Math.round(canvas.clientWidth * scale);
        var height = Math.round(canvas.clientHeight * scale);
        var steps = 1;
        this.place = Math.max(0, Math.min(place, this.last));
        while (steps < this.kept.length && this.kept[steps] <= this.place) steps += 1;
        if (canvas.width !== width || canvas.height !== height || steps < this.layerSteps) {
            canvas.width = this.layer.width = width;
            canvas.height = this.layer.height = height;
            this.layerSteps = 0;
        }
        this.join(steps, scale);
        var context = pen(canvas);
        context.clearRect(0, 0, width, height);
        if (width && height) context.drawImage(this.layer, 0, 0);
        var last = this.kept[steps - 1];
        this.line(context, this.at(last), this.at(this.place));
        stroke(context, PATH, scale);
        this.dots(context, this.at(this.place), 3.5 * scale, HALO);
        this.dots(context, this.at(this.place), 2 * scale, PATH);
    };

    function pen(canvas) {
        var context = canvas.getContext("2d");
        context.lineJoin = context.lineCap = "round";
        return context;
    }

    function stroke(context, colour, width) {
        context.strokeStyle = colour;
        context.lineWidth = width;
        context.stroke();
    }

    // Draw the ways between the kept moments into the layer, up to so many of them: in a frame only those that are new.
    Race.prototype.join = function (steps, scale) {
        var context = pen(this.layer);
        if (!this.layerSteps) context.clearRect(0, 0, this.layer.width, this.layer.height);
        this.layerSteps = Math.max(1, this.layerSteps);
        for (; this.layerSteps < steps; this.layerSteps += 1) {
            this.line(context, this.at(this.kept[this.layerSteps - 1]), this.at(this.kept[this.layerSteps]));
            stroke(context, PATH, scale);
        }
    };

    // Where a start is at a moment, in pixels.
    Race.prototype.at = function (place) {
        var places = this.places;
        var width = this.canvas.width;
        var height = this.canvas.height;
        var whole = Math.floor(place);
        var part = place - whole;
        var from = 2 * this.starts * whole;
        var to = 2 * this.starts * Math.min(whole + 1, this.last);
        return function (start) {
            var a = from + 2 * start;
            var b = to + 2 * start;
            return [
                width * (places[a] + part * (places[b] - places[a])),
                height * (places[a + 1] + part * (places[b + 1] - places[a + 1])),
            ];
        };
    };

    // The way of every start from one moment to another.
    Race.prototype.line = function (context, from, to) {
        context.beginPath();
        for (var start = 0; start < this.starts; start += 1) {
            var begin = from(start);
            var end = to(start);
            context.moveTo(begin[0], begin[1]);
            context.lineTo(end[0], end[1]);
        }
    };

    // Every start at a moment. WebKit draws no line without a length, so these are circles.
    Race.prototype.dots = function (context, at, radius, colour) {
        context.beginPath();
        for (var start = 0; start < this.starts; start += 1) {
            var middle = at(start);
            context.moveTo(middle[0] + radius, middle[1]);
            context.arc(middle[0], middle[1], radius, 0, 2 * Math.PI);
        }
        context.fillStyle = colour;
        context.fill();
    };

    // Go on from here to the end, or from the start if this is the end.
    Race.prototype.play = function () {
        var race = this;
        if (this.frame) return;
        if (this.place >= this.last) this.place = 0;
        var all = Math.log(this.last + 1);
        var begun = performance.now() - (1000 * SECONDS * Math.log(this.place + 1)) / all;
        var said = 0;
        function draw(now) {
            var place = Math.exp((all * Math.max(0, now - begun)) / (1000 * SECONDS)) - 1;
            race.show(place);
            race.frame = race.place < race.last ? requestAnimationFrame(draw) : 0;
            if (race.frame && now - said < BETWEEN_WORDS) return;
            said = now;
            race.told(race.place);
        }
        this.frame = requestAnimationFrame(draw);
    };

    Race.prototype.stop = function () {
        cancelAnimationFrame(this.frame);
        this.frame = 0;
    };

    window.race = {
        // `ways` holds one text; `ends` are the letters of the smallest and the largest place.
        begin: function (canvas, ways, starts, box, ends, told) {
            FIRST = ends.charCodeAt(0);
            MOST = ends.charCodeAt(1) - FIRST;
            return new Race(canvas, ways[0], starts, box, told);
        },
    };
})();
