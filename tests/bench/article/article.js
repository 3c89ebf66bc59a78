// The article's program, transcribed straightforwardly. As an expression, so that a browser can evaluate it with
// the data and the start: the answer is the milliseconds that training took, and the digits.
({ inputs, outputs, weights, bias, epochs }) => {
    const sigmoid = (x) => 1 / (1 + Math.exp(-x));
    const derivative = (output) => output * (1 - output);

    class NeuralNetwork {
        constructor() {
            this.weights = [...weights];
            this.bias = bias;
            this.learningRate = 0.1;
        }

        predict(input) {
            let sum = this.bias;
            this.weights.forEach((weight, i) => {
                sum += input[i] * weight;
            });
            return sigmoid(sum);
        }

        train(inputs, outputs, epochs) {
            for (let epoch = 0; epoch < epochs; epoch++) {
                inputs.forEach((input, i) => {
                    const output = this.predict(input);
                    const error = outputs[i] - output;
                    const delta = derivative(output);
                    for (let j = 0; j < this.weights.length; j++) {
                        this.weights[j] += this.learningRate * error * input[j] * delta;
                    }
                    this.bias += this.learningRate * error * delta;
                });
            }
        }
    }

    const network = new NeuralNetwork();
    const began = performance.now();
    network.train(inputs, outputs, epochs);
    return [performance.now() - began, ...network.weights, network.bias];
};
