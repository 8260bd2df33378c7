/**
 * The storage area of a browser, as far as the extension calls it, in memory: values are copied in and out, as there.
 */
export function storageArea() {
  let values = {};
  return {
    get: async (wanted) => {
      const defaults = Array.isArray(wanted) ? {} : wanted;
      const names = Array.isArray(wanted) ? wanted : Object.keys(wanted);
      const found = Object.fromEntries(names.filter((name) => name in values).map((name) => [name, values[name]]));
      return structuredClone({ ...defaults, ...found });
    },
    set: async (added) => {
      values = { ...values, ...structuredClone(added) };
    },
    remove: async (names) => {
      values = Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
    },
    clear: () => (values = {}),
    values: () => values,
  };
}
