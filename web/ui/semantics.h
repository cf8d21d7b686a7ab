// The semantic tree: what this frame shows, as roles, names, values and rectangles.
//
// Widgets add nodes while they draw; after the frame the bridge turns the difference from the last
// frame into real DOM elements above the canvas (the input plane). The plane is the only source of
// activation, focus and text: a click, a key or a screen reader's action on an element comes back
// as an Input for the node's id. Nothing here knows a browser: tests read the same tree and send
// the same inputs.
//
// Rectangles are CSS pixels from the canvas' top left, or, inside a scroll region, from the top
// left of its content. Ids are stable across frames (hash of the path given by the caller), unique
// within a frame.
//
// Only nodes that act (buttons, links, fields, …) take the pointer; texts, headings, rows and cells
// let it through to what lies below. Later nodes lie above earlier ones. A row that opens something
// is a Row with a Link or Button over its whole rectangle, added before the row's other controls.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace xueshi::ui {

using NodeId = std::uint32_t;

struct Rect {
    float x = 0, y = 0, width = 0, height = 0;

    float right() const { return x + width; }
    float bottom() const { return y + height; }
    friend bool operator==(const Rect&, const Rect&) = default;
};

enum class Role : std::uint8_t {
    Group,  // a labelled region without behaviour
    Main,
    Navigation,
    Heading,  // value = level "1"…"3"
    Text,     // static text, found by find-in-page
    Image,    // name = text equivalent of a chart or icon
    Button,    // value = a key that presses it where nobody types: "A", "ArrowDown"; or nothing
    Link,      // value = route; opens by the router
    Tab,       // selected
    Checkbox,  // checked
    Switch,    // checked
    Radio,     // checked
    Field,     // single-line text; value = text
    PasswordField,
    SearchField,
    TextArea,
    Slider,  // value = text of the current stop; row_index of row_count = its place among the stops
    List,
    ListItem,
    Grid,  // row_count
    Row,   // row_index from 1
    Cell,
    ColumnHeader,
    ScrollRegion,  // content_height; scrolled natively
    Dialog,        // everything outside becomes inert while one is open
    Status,        // polite live text
    Alert,         // assertive live text
    Meter,         // value = text such as "18 / 18"
};

// Bits of Node::state.
enum NodeState : std::uint16_t {
    kDisabled = 1,
    kChecked = 2,
    kSelected = 4,  // also aria-current for links in navigation
    kExpanded = 8,
    kHasPopup = 16,
    kInvalid = 32,
    kAutofocus = 64,      // takes the focus once, when the node first appears
    kEnterSubmits = 128,  // Enter in the field activates the node (Input::Activate)
    kReadOnly = 256,
    kRequired = 512,
    kExpandable =
        1024,          // has something to expand: collapsed is told too, while kExpanded is not set
    kRevealed = 2048,  // PasswordField: the text is readable for now
    // Painted above all that was added before (a menu, a toast): the text of fields, which the page
    // shows, is cut out below it. A dialog is an overlay by itself, unless it holds one.
    kOverlay = 4096,
    kDraggable = 8192,     // a mouse or pen can carry it; what its name begins with goes along
    kTakesDrops = 16384,   // and let it go here
};

// Which keyboard a phone shows for a field.
enum class Keyboard : std::uint8_t { Text, Numeric, Decimal, Email, Telephone };

struct Node {
    NodeId id = 0;
    NodeId parent = 0;  // 0 = root; a ScrollRegion or Dialog parent places children inside it
    Role role = Role::Text;
    std::uint16_t state = 0;
    Rect rect;
    std::string name;
    std::string value;
    std::string hint;          // placeholder of fields, description of others
    std::string autocomplete;  // "username", "current-password"; fields only
    NodeId described_by = 0;   // node whose text explains this one, such as a field's error
    float content_height = 0;  // ScrollRegion
    float font_px = 16;        // size of the text (fields are never typed in below 16)
    float pad_left = 12;       // fields: from the box to the text, in CSS px (room for icons)
    float pad_right = 12;
    std::int32_t row_count = 0;
    std::int32_t row_index = 0;
    std::int32_t max_length = 0;  // fields: UTF-16 units, 0 = any
    Keyboard keyboard = Keyboard::Text;
    bool is_kept = false;  // as it was in the last frame, but for its place (SemanticTree::keep)
};

// What the plane reports. `text` belongs to TextChanged, `number` is the offset of Scrolled in CSS
// px and the steps of Stepped (sliders: -1, +1, or more when dragged or tapped). Focus is reported
// when it should be seen (:focus-visible). Hover and Press name the acting node under the pointer,
// 0 for none; touch never hovers. Dragged names what is carried, DraggedOver what would take it
// there, 0 for nothing; Dropped, with which each drag ends, what takes it, or 0.
struct Input {
    enum class Kind : std::uint8_t {
        Activate,
        Focus,
        Blur,
        TextChanged,
        Scrolled,
        Stepped,
        Dismiss,
        Hover,
        Press,
        Dragged,
        DraggedOver,
        Dropped
    } kind;
    NodeId node = 0;
    std::string text;
    float number = 0;
};

// Colours of what the plane itself paints (text in fields, caret, selection, scroll bars), packed
// like ImGui's ImU32 (red in the lowest byte).
struct PlaneTheme {
    std::uint32_t canvas = 0xFFF1F5F6;
    std::uint32_t ink = 0xFF26211C;
    std::uint32_t placeholder = 0xFF746D66;
    std::uint32_t accent = 0xFF925E1B;  // caret and selection
    std::uint32_t scroll_thumb = 0xFF8C8782;
    bool dark = false;

    friend bool operator==(const PlaneTheme&, const PlaneTheme&) = default;
};

struct Announcement {
    std::string text;
    bool assertive = false;
};

class SemanticTree {
  public:
    void begin_frame();
    // Adds a node under the innermost open parent (unless node.parent is set) and returns its id.
    NodeId add(Node node);
    // The same in place: a fresh node under the innermost open parent, to be filled before the next.
    Node& append(NodeId id, Role role);
    // Children added until close() belong to this node.
    NodeId open(Node node);
    void close();

    // From here on nodes are made and forgotten: what is painted without being there for hands.
    void mute() { is_muted_ = true; }
    void unmute() { is_muted_ = false; }
    bool is_muted() const { return is_muted_; }

    // The last frame's nodes from `first` on, as they were, under the parents they had: what is drawn
    // again need not be named again. Answers where they begin now. Each at most once a frame.
    std::size_t keep(std::size_t first, std::size_t count);

    const std::vector<Node>& nodes() const { return nodes_; }
    // Of the frame before; what was kept of them is gone.
    const std::vector<Node>& last_nodes() const { return last_nodes_; }
    const Node* find(NodeId id) const;

    // Inputs that arrived since the last frame; the frame loop fills them before drawing. Lasting
    // facts (focus, hover, scroll offsets) are taken over from them here.
    void set_inputs(std::vector<Input> inputs);
    const std::vector<Input>& inputs() const { return inputs_; }
    bool was_activated(NodeId id) const;
    int steps(NodeId id) const;
    bool was_dismissed(NodeId id) const;               // Escape or back on a dialog
    const std::string* changed_text(NodeId id) const;  // latest TextChanged of this frame, or null

    // Lasting facts about the plane.
    NodeId focused() const { return focused_; }  // focus that should be visible (keyboard)
    void set_focused(NodeId id) { focused_ = id; }
    NodeId hovered() const { return hovered_; }
    NodeId pressed() const { return pressed_; }
    NodeId dragged() const { return dragged_; }           // what is being carried; 0: nothing
    NodeId drag_target() const { return drag_target_; }   // what would take it here; 0: nothing
    NodeId dropped_on(NodeId target) const;               // what it took since the last frame; 0: nothing
    float scroll_offset(NodeId id) const;
    void set_scroll_offset(NodeId id,
                           float offset);  // the plane scrolls the element when it differs
    void request_focus(NodeId id) { wanted_focus_ = id; }
    NodeId take_wanted_focus();
    // Offsets set by set_scroll_offset since the last call, for nodes of this frame.
    struct Scroll {
        NodeId id;
        float offset;
    };
    std::vector<Scroll> take_wanted_scrolls();

    // Spoken by screen readers, shown nowhere. What is also visible is a Status or Alert node
    // instead.
    void announce(std::string text, bool assertive = false);
    std::vector<Announcement> take_announcements();

    const PlaneTheme& theme() const { return theme_; }
    void set_theme(const PlaneTheme& theme) { theme_ = theme; }

  private:
    struct ScrollState {
        NodeId id;
        float offset;
        bool wanted;  // set by the program and not yet passed on to the plane
    };
    ScrollState& scroll_state(NodeId id);

    std::vector<Node> nodes_, last_nodes_;
    Node forgotten_;  // while muted
    bool is_muted_ = false;
    std::vector<NodeId> open_;
    std::vector<Input> inputs_;
    std::vector<ScrollState> scrolls_;
    std::vector<Announcement> announcements_;
    PlaneTheme theme_;
    NodeId focused_ = 0;
    NodeId hovered_ = 0;
    NodeId pressed_ = 0;
    NodeId dragged_ = 0;
    NodeId drag_target_ = 0;
    NodeId dropped_ = 0;         // since the last frame
    NodeId dropped_target_ = 0;  // what took it
    NodeId wanted_focus_ = 0;
};

// FNV-1a over the path; `parent` chains paths so that equal local names differ by where they stand.
constexpr NodeId node_id(std::string_view name, NodeId parent = 0) {
    NodeId hash = 2166136261u ^ (parent * 16777619u);
    for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    return hash == 0 ? 1u : hash;
}

}  // namespace xueshi::ui
