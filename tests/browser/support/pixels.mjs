// What is painted, in colours.

// Red, green, blue and alpha of every pixel of a rectangle.
export async function colours(page, clip) {
  const png = await page.screenshot({ clip });
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const { width, height } = bitmap;
    const context = new OffscreenCanvas(width, height).getContext("2d");
    context.drawImage(bitmap, 0, 0);
    return [...context.getImageData(0, 0, width, height).data];
  }, png.toString("base64"));
}

// Red, green and blue of one pixel.
export async function colourAt(page, x, y) {
  return (await colours(page, { x, y, width: 1, height: 1 })).slice(0, 3);
}

// How many different colours there are in a rectangle: 1 means that it is plain.
export async function coloursIn(page, clip) {
  const data = await colours(page, clip);
  const seen = new Set();
  for (let i = 0; i < data.length; i += 4) seen.add(data.slice(i, i + 3).join());
  return seen.size;
}
