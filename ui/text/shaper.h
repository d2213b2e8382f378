// SPDX-License-Identifier: Apache-2.0
// Turns the code points of one run into glyphs (HarfBuzz). Lives for one layout; its buffer is overwritten at
// the end.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "ui/text/analysis.h"
#include "ui/text/wipe.h"

struct hb_buffer_t;

namespace tertulia::ui {

struct ShapedGlyph {
  std::uint32_t id = 0;
  std::uint32_t cluster = 0;  // first code point that it stands for
  std::int32_t advance = 0;   // 1/64 pixel, like the offsets
  std::int32_t x_offset = 0;
  std::int32_t y_offset = 0;     // upwards
  bool unsafe_to_break = false;  // before it, in the text
};
using ShapedGlyphs = PrivateVector<ShapedGlyph>;  // left to right

class Shaper {
 public:
  // Fonts and paragraph must outlive the shaper.
  Shaper(Fonts& fonts, const Paragraph& paragraph);
  Shaper(const Shaper&) = delete;
  Shaper& operator=(const Shaper&) = delete;
  ~Shaper();

  // At the ends of the run, letters join with their neighbours inside of `context` only.
  [[nodiscard]] ShapedGlyphs shape(const DecodedText& text, const Run& run, Range context);

 private:
  void make_digits_equal(const DecodedText& text, const Run& run, ShapedGlyphs& glyphs);

  struct Release {
    void operator()(hb_buffer_t* buffer) const;
  };
  Fonts& fonts_;
  const Paragraph& paragraph_;
  std::unique_ptr<hb_buffer_t, Release> buffer_;
  unsigned int longest_ = 0;  // glyphs that the buffer ever held
};

}  // namespace tertulia::ui
