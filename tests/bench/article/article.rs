// The article's program. Numbers come on standard input, one a line: epochs, two weights, bias, then for each row two
// inputs and an output. It prints the nanoseconds that training took, and the digits.
use std::io::Read;
use std::time::Instant;

struct NeuralNetwork {
    weights: Vec<f64>,
    bias: f64,
    learning_rate: f64,
}

impl NeuralNetwork {
    fn predict(&self, input: &[f64; 2]) -> f64 {
        let mut sum = self.bias;
        for (i, weight) in self.weights.iter().enumerate() {
            sum += input[i] * weight;
        }
        sigmoid(sum)
    }

    fn train(&mut self, inputs: &[[f64; 2]], outputs: &[f64], epochs: usize) {
        for _ in 0..epochs {
            for (i, input) in inputs.iter().enumerate() {
                let output = self.predict(input);
                let error = outputs[i] - output;
                let delta = derivative(output);
                for j in 0..self.weights.len() {
                    self.weights[j] += self.learning_rate * error * input[j] * delta;
                }
                self.bias += self.learning_rate * error * delta;
            }
        }
    }
}

fn sigmoid(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

fn derivative(x: f64) -> f64 {
    x * (1.0 - x)
}

fn main() {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).unwrap();
    let numbers: Vec<f64> = text.split_whitespace().map(|word| word.parse().unwrap()).collect();
    let mut network = NeuralNetwork { weights: numbers[1..3].to_vec(), bias: numbers[3], learning_rate: 0.1 };
    let rows: Vec<&[f64]> = numbers[4..].chunks(3).collect();
    let inputs: Vec<[f64; 2]> = rows.iter().map(|row| [row[0], row[1]]).collect();
    let outputs: Vec<f64> = rows.iter().map(|row| row[2]).collect();
    let began = Instant::now();
    network.train(&inputs, &outputs, numbers[0] as usize);
    println!("{} {:?} {:?} {:?}", began.elapsed().as_nanos(), network.weights[0], network.weights[1], network.bias);
}
