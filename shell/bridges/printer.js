// Paper (web/ports/printer.h). What draws it comes when the first page is printed.

export function createPrinter({ onFailure }) {
  let failures = 0;

  return {
    async print(page) {
      try {
        const { print } = await import("/paper.js");
        await print(JSON.parse(page));
      } catch {
        ++failures;
        onFailure();
      }
    },
    failed() {
      const told = failures;
      failures = 0;
      return told;
    },
  };
}
