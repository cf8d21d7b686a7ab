// Draw lists to a canvas by WebGL2: one program, one-channel textures (all colour is in the
// vertices).
//
// The context can be lost at any time. It is asked for again; when the browser does not give it
// back within two seconds, a new canvas takes the old one's place. The program learns by another
// context number that it must make its textures again.

const RESTORE_MS = 2000;

const CONTEXT_OPTIONS = {
  alpha: false,
  antialias: false, // shapes and glyphs bring their own soft edges
  depth: false,
  stencil: false,
  powerPreference: "low-power",
};

// What is the same for all vertices of a picture is an attribute without an array, not a uniform: to ask for a
// uniform's place waits until the graphics process has linked the program, and the first picture need not.
const VERTEX_SHADER = `#version 300 es
layout(location = 0) in vec2 position;
layout(location = 1) in vec2 uv;
layout(location = 2) in vec4 colour;
layout(location = 3) in vec2 scale;
out vec2 texture_uv;
out vec4 vertex_colour;
void main() {
  texture_uv = uv;
  vertex_colour = colour;
  gl_Position = vec4(position * scale + vec2(-1.0, 1.0), 0.0, 1.0);
}`;

const FRAGMENT_SHADER = `#version 300 es
precision mediump float;
uniform sampler2D coverage; // of texture unit 0, as every sampler that is not told otherwise
in vec2 texture_uv;
in vec4 vertex_colour;
out vec4 result;
void main() {
  result = vec4(vertex_colour.rgb, vertex_colour.a * texture(coverage, texture_uv).r);
}`;

const SCALE_LOCATION = 3;
const VERTEX_BYTES = 20; // x, y, u, v: f32; colour: 4 × u8

function compile(gl, type, source) {
  const shader = gl.createShader(type);
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  return shader;
}

function prepare(gl) {
  const program = gl.createProgram();
  gl.attachShader(program, compile(gl, gl.VERTEX_SHADER, VERTEX_SHADER));
  gl.attachShader(program, compile(gl, gl.FRAGMENT_SHADER, FRAGMENT_SHADER));
  gl.linkProgram(program);
  gl.useProgram(program);

  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
  for (const location of [0, 1, 2]) gl.enableVertexAttribArray(location);
  gl.enable(gl.BLEND);
  gl.blendFunc(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA);
  gl.enable(gl.SCISSOR_TEST);
  gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
}

// Opening a context waits for the graphics process. Where the program is still on its way over the network the wait
// costs nothing; where it is near (`isProgramNear`), the process has time to be done with the page before while the
// program prepares its first picture.
export function createPainter({ canvas, display, heap, isProgramNear, onContext, onNoContext }) {
  let gl = null;
  let isOpened = false;
  let contextNumber = 0;
  let textures = new Map();
  let lastTexture = 0;
  let boundTexture = 0;
  let boundVertex = -1;
  let pixelRatio = 1; // of device px to the program's

  function open() {
    gl = canvas.getContext("webgl2", CONTEXT_OPTIONS);
    if (!gl) {
      onNoContext();
      return;
    }
    prepare(gl);
    textures = new Map();
    boundTexture = 0;
    ++contextNumber;
    onContext();
  }

  function watch() {
    let timer = 0;
    canvas.addEventListener("webglcontextlost", (event) => {
      event.preventDefault(); // asks for the context back
      gl = null;
      timer = setTimeout(replaceCanvas, RESTORE_MS);
    });
    canvas.addEventListener("webglcontextrestored", () => {
      clearTimeout(timer);
      open();
    });
  }

  function replaceCanvas() {
    const fresh = canvas.cloneNode(false);
    canvas.replaceWith(fresh);
    canvas = fresh;
    display.observe(canvas);
    watch();
    open();
  }

  function pointAt(firstVertex) {
    if (boundVertex === firstVertex) return;
    boundVertex = firstVertex;
    const base = firstVertex * VERTEX_BYTES;
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, VERTEX_BYTES, base);
    gl.vertexAttribPointer(1, 2, gl.FLOAT, false, VERTEX_BYTES, base + 8);
    gl.vertexAttribPointer(2, 4, gl.UNSIGNED_BYTE, true, VERTEX_BYTES, base + 16);
  }

  function bind(texture) {
    if (boundTexture === texture) return;
    boundTexture = texture;
    gl.bindTexture(gl.TEXTURE_2D, textures.get(texture) ?? null);
  }

  function openFirst() {
    isOpened = true;
    // Nearly right from the beginning: another size later is another set of buffers.
    canvas.width = Math.round(canvas.clientWidth * devicePixelRatio);
    canvas.height = Math.round(canvas.clientHeight * devicePixelRatio);
    open();
  }

  watch();
  if (!isProgramNear) openFirst();

  return {
    // Which context is ready, or 0 when there is none at the moment.
    context() {
      if (!isOpened) openFirst();
      return gl && !gl.isContextLost() ? contextNumber : 0;
    },

    begin(width, height, background) {
      if (canvas.width !== display.deviceWidth) canvas.width = display.deviceWidth;
      if (canvas.height !== display.deviceHeight) canvas.height = display.deviceHeight;
      pixelRatio = canvas.width / width;
      gl.viewport(0, 0, canvas.width, canvas.height);
      gl.scissor(0, 0, canvas.width, canvas.height);
      gl.clearColor(
        (background & 255) / 255,
        ((background >>> 8) & 255) / 255,
        ((background >>> 16) & 255) / 255,
        1,
      );
      gl.clear(gl.COLOR_BUFFER_BIT);
      gl.vertexAttrib2f(SCALE_LOCATION, 2 / width, -2 / height);
    },

    createTexture(width, height, pixels) {
      const texture = ++lastTexture;
      textures.set(texture, gl.createTexture());
      bind(texture);
      for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) {
        gl.texParameteri(gl.TEXTURE_2D, filter, gl.LINEAR);
      }
      for (const wrap of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) {
        gl.texParameteri(gl.TEXTURE_2D, wrap, gl.CLAMP_TO_EDGE);
      }
      const bytes = heap.bytes(pixels, width * height);
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.R8, width, height, 0, gl.RED, gl.UNSIGNED_BYTE, bytes);
      return texture;
    },

    updateTexture(texture, x, y, width, height, pixels, pitch) {
      bind(texture);
      gl.pixelStorei(gl.UNPACK_ROW_LENGTH, pitch);
      const bytes = heap.bytes(pixels, pitch * (height - 1) + width);
      gl.texSubImage2D(gl.TEXTURE_2D, 0, x, y, width, height, gl.RED, gl.UNSIGNED_BYTE, bytes);
      gl.pixelStorei(gl.UNPACK_ROW_LENGTH, 0);
    },

    destroyTexture(texture) {
      gl.deleteTexture(textures.get(texture) ?? null);
      textures.delete(texture);
      if (boundTexture === texture) boundTexture = 0;
    },

    list(vertices, vertexBytes, indices, indexBytes) {
      gl.bufferData(gl.ARRAY_BUFFER, heap.bytes(vertices, vertexBytes), gl.STREAM_DRAW);
      gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, heap.bytes(indices, indexBytes), gl.STREAM_DRAW);
      boundVertex = -1;
    },

    command(texture, left, top, right, bottom, count, firstIndex, firstVertex) {
      const x = Math.max(0, Math.round(left * pixelRatio));
      const y = Math.max(0, Math.round(top * pixelRatio));
      const width = Math.min(canvas.width, Math.round(right * pixelRatio)) - x;
      const height = Math.min(canvas.height, Math.round(bottom * pixelRatio)) - y;
      if (width <= 0 || height <= 0) return;
      gl.scissor(x, canvas.height - y - height, width, height);
      bind(texture);
      pointAt(firstVertex);
      gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_SHORT, firstIndex * 2);
    },
  };
}
