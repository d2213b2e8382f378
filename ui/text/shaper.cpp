// SPDX-License-Identifier: Apache-2.0
#include "ui/text/shaper.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include <hb.h>

#include "ui/text/missing_box.h"

namespace tertulia::ui {
namespace {

constexpr hb_tag_t kTabularNumbers = HB_TAG('t', 'n', 'u', 'm');
constexpr hb_tag_t kKerning = HB_TAG('k', 'e', 'r', 'n');
constexpr std::int32_t kTightPercent = 3;                  // of the size
constexpr std::uint32_t kZeros[] = {'0', 0x0660, 0x06F0};  // European, Arabic, Persian

std::int32_t to_whole_pixel(std::int32_t value) { return (value + 32) & ~63; }

// The zero of the digits to which the character belongs, or 0.
std::uint32_t zero_of(std::uint32_t code_point) {
  for (const std::uint32_t zero : kZeros)
    if (code_point >= zero && code_point <= zero + 9) return zero;
  return 0;
}

std::int32_t widest_digit(hb_font_t* font, std::uint32_t zero) {
  std::int32_t widest = 0;
  for (std::uint32_t digit = zero; digit <= zero + 9; ++digit) {
    hb_codepoint_t glyph = 0;
    if (hb_font_get_nominal_glyph(font, digit, &glyph) != 0)
      widest = std::max(widest, hb_font_get_glyph_h_advance(font, glyph));
  }
  return widest;
}

bool is_one_of(std::string_view language, std::initializer_list<std::string_view> prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(),
                     [language](std::string_view each) { return language.starts_with(each); });
}

// Chinese, Japanese and Korean write the same characters a little differently. A title of theirs on a page in
// another language says by its other letters whose it is.
std::string_view language_of(const Paragraph& paragraph, const DecodedText& text, std::uint32_t script) {
  if (script != HB_SCRIPT_HAN || is_one_of(paragraph.language, {"zh", "ja", "ko"})) return paragraph.language;
  for (const std::uint32_t code_point : text.code_points) {
    const hb_script_t each = hb_unicode_script(hb_unicode_funcs_get_default(), code_point);
    if (each == HB_SCRIPT_HIRAGANA || each == HB_SCRIPT_KATAKANA) return "ja";
    if (each == HB_SCRIPT_HANGUL) return "ko";
  }
  return "zh";
}

ShapedGlyphs read(hb_buffer_t* buffer, std::size_t first_cluster) {
  unsigned int count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
  ShapedGlyphs glyphs(count);
  for (unsigned int i = 0; i < count; ++i) {
    const bool unsafe = (hb_glyph_info_get_glyph_flags(&infos[i]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0;
    glyphs[i] = {infos[i].codepoint,     infos[i].cluster + static_cast<std::uint32_t>(first_cluster),
                 positions[i].x_advance, positions[i].x_offset,
                 positions[i].y_offset,  unsafe};
  }
  return glyphs;
}

}  // namespace

void Shaper::Release::operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }

Shaper::Shaper(Fonts& fonts, const Paragraph& paragraph)
    : fonts_(fonts), paragraph_(paragraph), buffer_(hb_buffer_create()) {}

Shaper::~Shaper() {
  // HarfBuzz frees without overwriting; growing an empty buffer zeroes it, and so does asking for positions.
  hb_buffer_clear_contents(buffer_.get());
  hb_buffer_set_length(buffer_.get(), longest_);
  hb_buffer_get_glyph_positions(buffer_.get(), nullptr);
}

ShapedGlyphs Shaper::shape(const DecodedText& text, const Run& run, Range context) {
  hb_buffer_t* buffer = buffer_.get();
  hb_buffer_clear_contents(buffer);
  hb_buffer_add_utf32(
      buffer, text.code_points.data() + context.begin, static_cast<int>(context.end - context.begin),
      static_cast<unsigned int>(run.begin - context.begin), static_cast<int>(run.end - run.begin));
  hb_buffer_set_direction(buffer, run.level % 2 == 0 ? HB_DIRECTION_LTR : HB_DIRECTION_RTL);
  hb_buffer_set_script(buffer, static_cast<hb_script_t>(run.script));
  const std::string_view language = language_of(paragraph_, text, run.script);
  hb_buffer_set_language(buffer, hb_language_from_string(language.data(), static_cast<int>(language.size())));
  hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
  const bool equal_digits = paragraph_.style.digits != Digits::kAsDrawn;
  const hb_feature_t features[] = {{kTabularNumbers, 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
                                   {kKerning, 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END}};
  hb_shape(fonts_.shaping(run.face, paragraph_.style.size_px), buffer, features, equal_digits ? 2 : 0);
  longest_ =
      std::max({longest_, hb_buffer_get_length(buffer), static_cast<unsigned int>(run.end - run.begin)});
  ShapedGlyphs glyphs = read(buffer, context.begin);
  for (ShapedGlyph& glyph : glyphs)
    if (glyph.id == 0)
      glyph.advance = missing_box_advance(text.code_points[glyph.cluster], paragraph_.style.size_px) * 64;
  if (equal_digits) make_digits_equal(text, run, glyphs);
  return glyphs;
}

void Shaper::make_digits_equal(const DecodedText& text, const Run& run, ShapedGlyphs& glyphs) {
  hb_font_t* font = fonts_.shaping(run.face, paragraph_.style.size_px);
  const bool tight = paragraph_.style.digits == Digits::kEqualWidthTight;
  const std::int32_t closer = tight ? paragraph_.style.size_px * 64 * kTightPercent / 100 : 0;
  for (ShapedGlyph& glyph : glyphs) {
    if (glyph.advance == 0) continue;  // a mark over its base
    std::int32_t advance = glyph.advance;
    if (const std::uint32_t zero = zero_of(text.code_points[glyph.cluster]))
      advance = std::max(advance, widest_digit(font, zero));
    advance = to_whole_pixel(advance - closer);
    glyph.x_offset += (advance - glyph.advance) / 2;
    glyph.advance = advance;
  }
}

}  // namespace tertulia::ui
