// Draws many starts on their way over a picture of the landscape, frame by frame. Python has computed all their paths and
// sent them once; web/browser/race.py says when to draw which moment.
(function () {
    "use strict";
    var FIRST, MOST; // of the letters that stand for the places along an axis
    var APART = 1.2; // how many times further each remembered moment of a path is from the one before it
    var SECONDS = 8; // from the first moment to the last: early moments last longer, as most happens there
    var PATH = "#b35900";
    var HALO = "rgba(255, 255, 255, 0.75)";

    // The paths as letters: for each moment, for each start, how far across and how far up. `box` says where the axes
    // are, as shares of the canvas: left, top, right and bottom. `told` hears of every place that is drawn.
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
        this.place = Math.max(0, Math.min(place, this.last));
        if (canvas.width !== width || canvas.height !== height) {
            canvas.width = width;
            canvas.height = height;
        }
        var context = canvas.getContext("2d");
        context.clearRect(0, 0, width, height);
        context.lineJoin = context.lineCap = "round";
        this.line(context, width, height, true);
        stroke(context, PATH, scale);
        this.line(context, width, height, false);
        stroke(context, HALO, 7 * scale);
        stroke(context, PATH, 4 * scale);
    };

    function stroke(context, colour, width) {
        context.strokeStyle = colour;
        context.lineWidth = width;
        context.stroke();
    }

    // The way of every start so far, or only a dot where it is now.
    Race.prototype.line = function (context, width, height, isWay) {
        var whole = Math.floor(this.place);
        var next = Math.min(whole + 1, this.last);
        var part = this.place - whole;
        var row = 2 * this.starts;
        context.beginPath();
        for (var start = 0; start < row; start += 2) {
            var from = whole * row + start;
            var to = next * row + start;
            var x = width * (this.places[from] + part * (this.places[to] - this.places[from]));
            var y = height * (this.places[from + 1] + part * (this.places[to + 1] - this.places[from + 1]));
            if (!isWay) context.moveTo(x, y);
            for (var step = 0; isWay && this.kept[step] <= whole; step += 1) {
                var at = this.kept[step] * row + start;
                if (step) context.lineTo(width * this.places[at], height * this.places[at + 1]);
                else context.moveTo(width * this.places[at], height * this.places[at + 1]);
            }
            context.lineTo(x, y);
        }
    };

    // Go on from here to the end, or from the start if this is the end.
    Race.prototype.play = function () {
        var race = this;
        if (this.frame) return;
        if (this.place >= this.last) this.place = 0;
        var all = Math.log(this.last + 1);
        var begun = performance.now() - (1000 * SECONDS * Math.log(this.place + 1)) / all;
        function draw(now) {
            var place = Math.exp((all * Math.max(0, now - begun)) / (1000 * SECONDS)) - 1;
            race.show(place);
            race.frame = race.place < race.last ? requestAnimationFrame(draw) : 0;
            race.told(race.place);
        }
        this.frame = requestAnimationFrame(draw);
    };

    Race.prototype.stop = function () {
        cancelAnimationFrame(this.frame);
        this.frame = 0;
    };

    window.race = {
        // `letters` are those of the smallest and the largest place.
        begin: function (canvas, letters, starts, box, ends, told) {
            FIRST = ends.charCodeAt(0);
            MOST = ends.charCodeAt(1) - FIRST;
            return new Race(canvas, letters, starts, box, told);
        },
    };
})();
