// Before a test's program under Node: what the environment says to the tests, as a native one would hear it.
Module.preRun = [
  () => {
    for (const [name, value] of Object.entries(process.env)) if (name.startsWith("XUESHI_")) ENV[name] = value;
  },
];
