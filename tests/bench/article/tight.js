// The article's arithmetic as tightly as JavaScript has it: nothing but local numbers and flat arrays. As an expression,
// so that a browser can evaluate it with the data and the start: the answer is as that of article.js.
({ inputs, outputs, weights, bias, epochs }) => {
    const rows = new Float64Array(inputs.flatMap((input, i) => [...input, outputs[i]]));
    const ends = new Float64Array(4 * epochs);

    const train = (w1, w2, b, learningRate) => {
        for (let epoch = 0; epoch < epochs; epoch++) {
            let squaredErrors = 0;
            for (let i = 0; i < rows.length; i += 3) {
                const x1 = rows[i];
                const x2 = rows[i + 1];
                const output = 1 / (1 + Math.exp(-(b + x1 * w1 + x2 * w2)));
                const error = rows[i + 2] - output;
                const delta = output * (1 - output);
                w1 += learningRate * error * x1 * delta;
                w2 += learningRate * error * x2 * delta;
                b += learningRate * error * delta;
                squaredErrors += error * error;
            }
            ends.set([w1, w2, b, squaredErrors], 4 * epoch);
        }
        return [w1, w2, b];
    };

    const began = performance.now();
    const digits = train(...weights, bias, 0.1);
    return [performance.now() - began, ...digits];
};
