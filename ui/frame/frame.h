// SPDX-License-Identifier: Apache-2.0
// A screen draws on a Frame and asks it which areas were pressed. The painter makes a Frame for each picture
// of a screen; the screen's draw() uses it and keeps nothing of it. Main thread only.
//
// - Boxes are in pixels. A screen is written as if every language read from the left. In a right-to-left
//   language the frame mirrors each box. read(Reading::kLeftToRight) stops that, for example for a keyboard.
// - Sizes are tokens: pixels of a screen of 1280x800. px() and text_px() turn them into this screen's pixels.
// - Touch areas are asked for while drawing. pressed(box, name) draws nothing and says whether a finger
// tapped
//   there.
#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/domain/packed_picture.h"
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
class PictureTextures;
class TextPainter;
struct Layout;
struct Motions;

enum class Reading { kByLanguage, kLeftToRight };

enum class VerticalAlign { kTop, kMiddle, kBottom };

// How a text looks and where it stands in its box. Sizes in tokens.
struct Type {
  float size = kBodySize;
  Color color;
  Weight weight = Weight::kRegular;
  Align align = Align::kStart;
  VerticalAlign vertical = VerticalAlign::kTop;
  int max_lines = 0;  // 0: as many as the box has room for
  Digits digits = Digits::kAsDrawn;
  float line_height = 0;  // times the size; 0: what the script of the text needs
};

struct Geometry {  // of a screen
  Size size;
  double pixels_per_mm = 0;  // 0: unknown
  [[nodiscard]] bool is_portrait() const { return size.height > size.width; }
};

// What a frame works with. All of it must outlive the frame.
struct FrameParts {
  ImDrawList& list;
  TextPainter& texts;
  std::vector<Target>& targets;
  const Look& look;
  Motions& motions;
  const Palette& palette;
  Ground ground = Ground::kLight;           // background of the screen, by its role
  std::vector<Written>* written = nullptr;  // for tests: gets every text and how it was set; may be null
  LogoTexture* logo = nullptr;              // null: the programme has no logo
  PictureTextures* pictures = nullptr;      // null: no pictures are drawn
};

// Content that may be higher than its box. It then scrolls with the finger.
struct List {
  Box box;
  std::string_view name;  // unique on its page; must outlive the frame
  float height = 0;       // of the whole content
  // A position in the content that matters now. The list shows it first, and scrolls there when it changes.
  std::optional<float> focus = std::nullopt;
};

// A text that is being typed.
struct FieldText {
  std::string_view text;
  std::size_t caret = 0;     // the caret stands before this byte
  std::size_t selected = 0;  // how many bytes before the caret are selected
  Color selection;           // background of the selected bytes
};
struct FieldSpots {
  Box caret;                // where the caret is drawn; its width is 0
  std::size_t touched = 0;  // the byte before which the caret goes if the person taps here
};

class Frame {
 public:
  Frame(const Geometry& geometry, const Tongue& tongue, const FrameParts& parts);

  // A small picture of another screen in a box of this one: everything gets smaller in proportion, in a
  // screen of 1280 tokens width. Nothing in it can be pressed, and it is not for reading. It is drawn before
  // anything else of this frame is asked for.
  [[nodiscard]] Frame inside(const Box& box, const Tongue& tongue, Ground ground) const;

  [[nodiscard]] Box screen() const;
  [[nodiscard]] bool is_portrait() const { return geometry_.is_portrait(); }
  [[nodiscard]] bool is_mirrored() const { return mirrored_; }
  [[nodiscard]] const Look& look() const { return parts_.look; }
  // The colours of this screen, and those of a part of it with another background.
  [[nodiscard]] const Theme& theme() const { return theme(parts_.ground); }
  [[nodiscard]] const Theme& theme(Ground ground) const { return parts_.palette.on(ground); }
  // Pixels of this screen for so many tokens.
  [[nodiscard]] float px(float tokens) const { return tokens * scale_; }
  // The same for what holds text: it grows with the configured text size.
  [[nodiscard]] float text_px(float tokens) const { return px(tokens) * text_scale_; }
  // The smallest side that a touch area may have, in pixels.
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
  // Fills a convex area whose points go clockwise.
  void fill(std::span<const Spot> spots, Color color);
  void stroke(std::span<const Spot> spots, float thickness, Color color);
  void stroke(std::initializer_list<Spot> spots, float thickness, Color color) {
    stroke(std::span(spots.begin(), spots.size()), thickness, color);
  }

  // Draws the programme's logo at the start of the box, as large as the box allows. Puts a plate behind it
  // where it could not be seen on `ground`. The picture itself is never mirrored.
  void logo(const Box& box, Color ground);
  // How much of the box's width logo() uses; 0: there is no logo.
  [[nodiscard]] float logo_width(const Box& box, Color ground) const;

  // Draws a picture in the middle of the box, as large as the box allows and never larger than it is, with
  // round corners (tokens). It is never mirrored. In a list nothing is done for one that nobody sees.
  void picture(const Box& box, const PackedPicture& picture, float radius);

  // Writes a text into the box. A text that is too long is wrapped, then made smaller by at most a quarter,
  // then cut with an ellipsis.
  void write(const Box& box, std::string_view text, const Type& type);
  // The height that write() would use in that box.
  [[nodiscard]] float height_of(std::string_view text, const Type& type, const Box& box);
  // Whether the box has room for the text at its full size, with no word broken.
  [[nodiscard]] bool fits(const Box& box, std::string_view text, const Type& type);
  // Whether write() would show the whole text, made smaller if need be, with no word broken.
  [[nodiscard]] bool shows_all(const Box& box, std::string_view text, const Type& type);
  // The size of the text at its full size, wrapped at `width` pixels; 0: on one line.
  [[nodiscard]] Size measure(std::string_view text, const Type& type, float width = 0);
  // Writes a text that is being typed. It keeps its size; where it is too long, the lines around the caret
  // are shown.
  FieldSpots write_field(const Box& box, const FieldText& field, const Type& type);

  // Makes the box a touch area. True when a finger that went down in it was lifted in it. In a list only the
  // visible part counts. A tap on a row of which too little is visible scrolls it into view and is no press.
  [[nodiscard]] bool pressed(const Box& box, std::string_view name);
  // How far the area of the last pressed() is pushed in, 0..1: at once under the finger, and back after it.
  [[nodiscard]] float depth() const { return depth_; }
  // Three questions about a finger that rests in the area of the last pressed(); see ui/touch/hold.h. A
  // finger that triggered one of them does not press when it lifts. Whether it has rested for the time of a
  // long press.
  [[nodiscard]] bool is_held_long();
  // Whether the next repeat of a held key is due.
  [[nodiscard]] bool repeats();
  // Whether it has rested for `time`.
  [[nodiscard]] bool is_held_for(BootTime time);
  // Where the finger of a long press is, wherever it went down: not in this box, over it, or lifted in it.
  enum class PassingFinger { kNone, kOver, kLifted };
  [[nodiscard]] PassingFinger passing_finger(const Box& box) const;
  // Makes the box an area in which a finger takes hold of something. It scrolls no list. What is returned:
  // where a finger is that went down in it, wherever it has moved since, and whether it has just been lifted
  // there.
  struct Dragging {
    Spot at;
    bool is_lifted = false;
  };
  [[nodiscard]] std::optional<Dragging> dragged(const Box& box, std::string_view name);
  // From here on touch areas are only drawn: nothing can be pressed.
  void disable() { enabled_ = false; }

  // The width of the content of a list that is higher than its box: the rest is for the scroll bar.
  [[nodiscard]] float width_in_list(float width) const;
  // Begins a list, until end_list(). Returns the box of its content, which may begin above the screen. A list
  // must not contain another.
  [[nodiscard]] Box begin_list(const List& list);
  // Ends the list. Where there is more content than is shown, draws a thin scroll bar and lets the content
  // fade into `ground` (a clear colour: no fading).
  void end_list(Color ground, Color bar);
  // Scrolls a list of this page to `offset` pixels below the top of its content.
  void send_list(std::string_view name, float offset);

  // Returns which part (0..1) is left of a time of length `whole` that ends at `until`. Asks for a new
  // picture whenever a shape of `pixels` pixels gets one pixel shorter; with reduced motion, once a second.
  [[nodiscard]] float part_left(BootTime until, BootTime whole, float pixels);

  // The box as it lies on the screen, mirrored if the language needs it. For what is then drawn with
  // Reading::kLeftToRight.
  [[nodiscard]] Box placed(const Box& box) const;
  // Whether what is drawn from here on is mirrored with the language, or never (keyboards, clocks).
  void read(Reading reading) {
    reading_ = reading;
    mirrored_ = reading == Reading::kByLanguage && tongue_.right_to_left;
  }

 private:
  struct OpenList {
    List list;
    float offset = 0;
    float limit = 0;  // largest offset; 0: the whole list is visible
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
  // Adds to FrameParts::written.
  void note(const Box& placed, std::string_view text, const Type& type, const Drawn& drawn) const;

  Geometry geometry_;
  Spot origin_{};  // of this frame on the glass
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

// kEnd for kStart and kStart for kEnd.
[[nodiscard]] Align swapped(Align align);

// How many pixels of the screen are one token. The size and shape of the screen decide. A scale below
// 0.7 is raised by up to a fifth, but not above 0.7, so that text stays legible.
[[nodiscard]] float scale_of(const Geometry& geometry);

}  // namespace tertulia::ui
