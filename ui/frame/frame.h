// SPDX-License-Identifier: Apache-2.0
// What a screen draws with, for the time of one frame: boxes, shapes, text and touch areas in reading order.
// In a right-to-left language everything is mirrored here, so that screens are written once.
#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/ports/painter.h"
#include "ui/drawing/box.h"
#include "ui/drawing/shapes.h"
#include "ui/drawing/written.h"
#include "ui/text/paragraph.h"
#include "ui/theme/look.h"
#include "ui/theme/palette.h"
#include "ui/theme/theme.h"

struct ImDrawList;

namespace tertulia::ui {

class LogoTexture;
class TextPainter;
struct Layout;
struct Motions;

enum class Reading { kByLanguage, kLeftToRight };

enum class VerticalAlign { kTop, kMiddle, kBottom };

// How a text is set; sizes in tokens (pixels at 1280x800).
struct Type {
  float size = kBodySize;
  Color color;
  Weight weight = Weight::kRegular;
  Align align = Align::kStart;
  VerticalAlign vertical = VerticalAlign::kTop;
  int max_lines = 0;  // 0: as many as fit the box
  Digits digits = Digits::kAsDrawn;
  float line_height = 0;  // 0: by script
};

struct Geometry {  // of a screen
  Size size;
  double pixels_per_mm = 0;  // 0: unknown
  [[nodiscard]] bool is_portrait() const { return size.height > size.width; }
};

struct FrameParts {  // all must outlive the frame
  ImDrawList& list;
  TextPainter& texts;
  std::vector<Target>& targets;
  const Look& look;
  Motions& motions;
  const Palette& palette;
  Ground ground = Ground::kLight;           // what the screen stands on by its role
  std::vector<Written>* written = nullptr;  // null: nobody asks what becomes of the texts
  LogoTexture* logo = nullptr;              // null: none
};

// Something that may be higher than its box and then moves with the finger.
struct List {
  Box box;
  std::string_view name;  // on its page; must outlive the frame
  float height = 0;       // of all that is in it
  // What lies there matters now: the list shows it at first, and goes there when it changes.
  std::optional<float> focus = std::nullopt;
};

// A text that is being typed.
struct FieldText {
  std::string_view text;
  std::size_t caret = 0;     // byte before which it stands
  std::size_t selected = 0;  // bytes before the caret
  Color selection;           // behind what is selected
};
struct FieldSpots {
  Box caret;                // where it stands, without width
  std::size_t touched = 0;  // byte at the boundary nearest to the finger
};

class Frame {
 public:
  Frame(const Geometry& geometry, const Tongue& tongue, const FrameParts& parts);

  [[nodiscard]] Box screen() const;
  [[nodiscard]] bool is_portrait() const { return geometry_.is_portrait(); }
  [[nodiscard]] bool is_mirrored() const { return mirrored_; }
  [[nodiscard]] const Look& look() const { return parts_.look; }
  // The colours of this screen, and those of a part of it that stands on something else.
  [[nodiscard]] const Theme& theme() const { return theme(parts_.ground); }
  [[nodiscard]] const Theme& theme(Ground ground) const { return parts_.palette.on(ground); }
  // Tokens to pixels of this screen.
  [[nodiscard]] float px(float tokens) const { return tokens * scale_; }
  // The same for what holds text, and grows with it.
  [[nodiscard]] float text_px(float tokens) const { return px(tokens) * text_scale_; }
  // The least side of something that is touched.
  [[nodiscard]] float smallest_target() const { return smallest_target_; }
  // How far a finger may move while it still means to tap.
  [[nodiscard]] float tap_radius() const;

  void fill(const Box& box, Color color, float radius = 0);
  void outline(const Box& box, Color color, float radius, float thickness);
  void disc(float x, float y, float radius, Color color);
  // Part of a ring, clockwise from the top; `part` 0..1, ends round. Never mirrored: clocks turn one way in
  // every language.
  struct Ring {
    float x, y, radius, thickness;
  };
  void ring(const Ring& ring, float part, Color color);
  using Spot = ui::Spot;
  void stroke(std::span<const Spot> spots, float thickness, Color color);
  void stroke(std::initializer_list<Spot> spots, float thickness, Color color) {
    stroke(std::span(spots.begin(), spots.size()), thickness, color);
  }

  // The programme's logo at the start of the box, as large as has room, with a plate around it where it would
  // not be seen on that ground. Never mirrored itself.
  void logo(const Box& box, Color ground);
  // What it takes of the box's width; 0: there is none.
  [[nodiscard]] float logo_width(const Box& box, Color ground) const;

  // Writes into the box: wraps, then shrinks by at most a quarter, then ends with an ellipsis.
  void write(const Box& box, std::string_view text, const Type& type);
  // The height that write() covers in that box.
  [[nodiscard]] float height_of(std::string_view text, const Type& type, const Box& box);
  // The text has room in the box at its full size, without breaking a word.
  [[nodiscard]] bool fits(const Box& box, std::string_view text, const Type& type);
  // write() shows the whole text there, at whatever size, without breaking a word.
  [[nodiscard]] bool shows_all(const Box& box, std::string_view text, const Type& type);
  // The size that the text takes at its full size when `width` pixels are there; 0: on one line.
  [[nodiscard]] Size measure(std::string_view text, const Type& type, float width = 0);
  // Keeps its size and shows the lines around the caret.
  FieldSpots write_field(const Box& box, const FieldText& field, const Type& type);

  // A touch area. True when a finger that went down in it is lifted in it. In a list, what is seen of
  // it counts; a tap on a row that is cut too short for a finger brings it into view and is no press.
  [[nodiscard]] bool pressed(const Box& box, std::string_view name);
  // How deep the last pressed() gives under the finger, 0..1: in at once, out after it.
  [[nodiscard]] float depth() const { return depth_; }
  // A finger has been resting in the area of the last pressed(); see Hold. What it sets off is all that this
  // finger does.
  [[nodiscard]] bool is_held_long();
  [[nodiscard]] bool repeats();
  [[nodiscard]] bool is_held_for(BootTime time);
  // What a finger that has set something off does here, wherever it went down.
  enum class PassingFinger { kNone, kOver, kLifted };
  [[nodiscard]] PassingFinger passing_finger(const Box& box) const;
  // Touch areas from here on only show themselves: nothing can be pressed.
  void disable() { enabled_ = false; }

  // A list, until end_list(): returns the box of its content, which may begin above the glass. Not one in
  // another.
  [[nodiscard]] Box begin_list(const List& list);
  // Shows that there is more: a thin bar, and the content fades into `ground` (clear: it does not).
  void end_list(Color ground, Color bar);
  // Moves a list of this page so that it begins `offset` below its content's top.
  void send_list(std::string_view name, float offset);

  // The part of a time that is left, for a shape of that many pixels; the frame comes again for each pixel.
  [[nodiscard]] float part_left(BootTime until, BootTime whole, float pixels);

  // The box as it lies on the glass: for what keeps its direction, drawn with Reading::kLeftToRight.
  [[nodiscard]] Box placed(const Box& box) const;
  // What is drawn from here on keeps its direction (keyboards, clocks) or follows the language again.
  void read(Reading reading) {
    reading_ = reading;
    mirrored_ = reading == Reading::kByLanguage && tongue_.right_to_left;
  }

 private:
  struct OpenList {
    List list;
    float offset = 0;
    float limit = 0;  // 0: all of it is seen
  };
  struct Drawn {
    const Layout& layout;
    Point at;
  };

  [[nodiscard]] float placed_x(float x) const;
  [[nodiscard]] Rect touched_area(const Box& placed) const;
  [[nodiscard]] bool hit(const Rect& area, std::string_view name);
  [[nodiscard]] Rect seen_of(const Rect& area) const;
  void reveal(const Box& box);
  void fade(const Box& box, Color from, Color to);
  // A foreign text keeps its own direction, but stands where the screen's language begins.
  [[nodiscard]] bool is_foreign(const Layout& layout) const;
  [[nodiscard]] const Layout& fitted(const Box& box, std::string_view text, const Type& type);
  [[nodiscard]] Paragraph paragraph_of(std::string_view text, const Type& type, float width) const;
  // For whoever asks what became of a text.
  void note(const Box& placed, std::string_view text, const Type& type, const Drawn& drawn) const;

  Geometry geometry_;
  Tongue tongue_;
  FrameParts parts_;
  float scale_ = 1;
  float text_scale_ = 1;
  float smallest_target_ = kSmallestTarget;
  Reading reading_ = Reading::kByLanguage;
  bool mirrored_ = false;
  bool enabled_ = true;
  bool is_held_ = false;
  float depth_ = 0;
  std::optional<OpenList> open_list_;
};

// The same edge seen from the other side.
[[nodiscard]] Align swapped(Align align);

// Screen pixels for one token pixel: the shape of the screen decides, but type never gets smaller than 0.7 of
// its size.
[[nodiscard]] float scale_of(const Geometry& geometry);

}  // namespace tertulia::ui
