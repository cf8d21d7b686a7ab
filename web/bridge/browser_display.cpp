#include "web/bridge/browser_display.h"

#include <emscripten/emscripten.h>
#include <imgui.h>

// Writes nine numbers in the order of DisplayState and answers its flags, from bit 0.
EM_JS(int, xueshi_display_state, (float* numbers), {
    const display = Module.bridge.display;
    Module.bridge.heap.floats(numbers, 9).set(display.numbers());
    return display.flags();
});
EM_JS(void, xueshi_display_request_frame, (), { Module.bridge.frames.request(); });
EM_JS(void, xueshi_display_request_frame_in, (double ms), { Module.bridge.frames.requestIn(ms); });

// Answers which context is ready to be painted with, or 0.
EM_JS(int, xueshi_painter_context, (), { return Module.bridge.painter.context(); });
EM_JS(void, xueshi_painter_begin, (float width, float height, unsigned background), {
    Module.bridge.painter.begin(width, height, background);
});
EM_JS(int, xueshi_painter_create_texture, (int width, int height, const void* pixels), {
    return Module.bridge.painter.createTexture(width, height, pixels);
});
EM_JS(void,
      xueshi_painter_update_texture,
      (int texture, int x, int y, int width, int height, const void* pixels, int pitch),
      { Module.bridge.painter.updateTexture(texture, x, y, width, height, pixels, pitch); });
EM_JS(void, xueshi_painter_destroy_texture, (int texture), {
    Module.bridge.painter.destroyTexture(texture);
});
EM_JS(void,
      xueshi_painter_list,
      (const void* vertices, int vertex_bytes, const void* indices, int index_bytes),
      { Module.bridge.painter.list(vertices, vertex_bytes, indices, index_bytes); });
EM_JS(void,
      xueshi_painter_command,
      (int texture,
       float left,
       float top,
       float right,
       float bottom,
       int count,
       int first_index,
       int first_vertex),
      {
          Module.bridge.painter.command(
              texture, left, top, right, bottom, count, first_index, first_vertex);
      });

namespace xueshi::bridge {

namespace {

static_assert(sizeof(ImDrawVert) == 20, "as painter.js describes it to WebGL");
static_assert(sizeof(ImDrawIdx) == 2, "as painter.js describes it to WebGL");

ports::FrameRunner* frame_runner = nullptr;

void forget_texture(ImTextureData& texture, ImTextureStatus status) {
    texture.SetTexID(ImTextureID_Invalid);
    texture.SetStatus(status);
}

void bring_up_to_date(ImTextureData& texture) {
    switch (texture.Status) {
        case ImTextureStatus_WantCreate:
            texture.SetTexID(static_cast<ImTextureID>(
                xueshi_painter_create_texture(texture.Width, texture.Height, texture.GetPixels())));
            texture.SetStatus(ImTextureStatus_OK);
            break;
        case ImTextureStatus_WantUpdates:
            // One rectangle around all of them: new glyphs stand side by side in the atlas.
            xueshi_painter_update_texture(
                static_cast<int>(texture.TexID),
                texture.UpdateRect.x,
                texture.UpdateRect.y,
                texture.UpdateRect.w,
                texture.UpdateRect.h,
                texture.GetPixelsAt(texture.UpdateRect.x, texture.UpdateRect.y),
                texture.GetPitch());
            texture.SetStatus(ImTextureStatus_OK);
            break;
        case ImTextureStatus_WantDestroy:
            xueshi_painter_destroy_texture(static_cast<int>(texture.TexID));
            forget_texture(texture, ImTextureStatus_Destroyed);
            break;
        case ImTextureStatus_OK:
        case ImTextureStatus_Destroyed:
            break;
    }
}

}  // namespace

const ports::DisplayState& BrowserDisplay::state() const {
    float numbers[9] = {};
    const int flags = xueshi_display_state(numbers);
    state_ = {numbers[0],
              numbers[1],
              numbers[2],
              numbers[3],
              numbers[4],
              numbers[5],
              numbers[6],
              numbers[7],
              numbers[8],
              (flags & 1) != 0,
              (flags & 2) != 0,
              (flags & 4) != 0,
              (flags & 8) != 0};
    return state_;
}

void BrowserDisplay::request_frame() { xueshi_display_request_frame(); }

void BrowserDisplay::request_frame_in(double ms) { xueshi_display_request_frame_in(ms); }

bool BrowserDisplay::paint(ImDrawData& draw_data, std::uint32_t background) {
    const int context = xueshi_painter_context();
    if (context == 0) return false;
    if (context != context_) {
        // The textures died with the context before; their pixels are still here.
        context_ = context;
        for (ImTextureData* texture : *draw_data.Textures) {
            const bool is_leaving = texture->Status == ImTextureStatus_WantDestroy;
            forget_texture(*texture,
                           is_leaving ? ImTextureStatus_Destroyed : ImTextureStatus_WantCreate);
        }
    }
    xueshi_painter_begin(draw_data.DisplaySize.x, draw_data.DisplaySize.y, background);
    for (ImTextureData* texture : *draw_data.Textures) bring_up_to_date(*texture);
    for (const ImDrawList* list : draw_data.CmdLists) {
        xueshi_painter_list(list->VtxBuffer.Data,
                            list->VtxBuffer.size_in_bytes(),
                            list->IdxBuffer.Data,
                            list->IdxBuffer.size_in_bytes());
        for (const ImDrawCmd& command : list->CmdBuffer) {
            if (command.ElemCount == 0) continue;
            xueshi_painter_command(static_cast<int>(command.GetTexID()),
                                   command.ClipRect.x,
                                   command.ClipRect.y,
                                   command.ClipRect.z,
                                   command.ClipRect.w,
                                   static_cast<int>(command.ElemCount),
                                   static_cast<int>(command.IdxOffset),
                                   static_cast<int>(command.VtxOffset));
        }
    }
    return true;
}

void BrowserDisplay::start(ports::FrameRunner& runner) {
    frame_runner = &runner;
    request_frame();
}

}  // namespace xueshi::bridge

// Called by frames.js when a requested frame is due. Answers whether a picture was drawn.
extern "C" EMSCRIPTEN_KEEPALIVE int xueshi_run_frame(int is_visible) {
    xueshi::ports::FrameRunner* runner = xueshi::bridge::frame_runner;
    return runner != nullptr && runner->run_frame(is_visible != 0) ? 1 : 0;
}
