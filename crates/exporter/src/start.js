// The bundler appends this to the glue and puts the name of the module in: the worker starts by itself.
__wbg_init({ module_or_path: new URL("./MODULE", import.meta.url) })
  .catch(() => postMessage('{"failed":"unreachable"}'));
