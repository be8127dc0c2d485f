// Stands for tfjs-node in the bundle of danfojs: what danfo needs to tell tensors from other values, and no tensors.
class Tensor {}

const refuse = () => {
  throw new Error('danfojs is bundled without TensorFlow: there are no tensors, scalers and encoders');
};

module.exports = {
  Tensor,
  moments: refuse,
  scalar: refuse,
  tensor1d: refuse,
  tensor2d: refuse,
  data: { array: refuse },
};
