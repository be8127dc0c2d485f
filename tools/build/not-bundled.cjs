// Stands for what danfojs imports for files, downloads and plots, which the bundle leaves out.
module.exports = {};
