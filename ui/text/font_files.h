// SPDX-License-Identifier: Apache-2.0
// Which Noto font of Debian has the characters of a script, how high its lines are, and which package brings
// it. A table; opens no file. Pure.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace tertulia::ui {

// A number in the table of font_files.cpp. Those with a name here are always installed, and are searched for
// any character in this order. The others are opened by need.
enum class Family : std::uint8_t { kSans, kArabic, kEthiopic, kGeorgian, kMissing = 255 };
inline constexpr int kFamilies = 4;  // always installed; kMissing is no font, its glyph is a box

[[nodiscard]] inline bool is_by_need(Family family) {
  return static_cast<int>(family) >= kFamilies && family != Family::kMissing;
}

// The family that is first asked for a character of the script (an hb_script_t); kSans where the script has
// no font of its own.
[[nodiscard]] Family family_of_script(std::uint32_t script);
// The same for a character. Chinese and Japanese punctuation, which belongs to no script, has a font, too.
[[nodiscard]] Family family_of(std::uint32_t code_point);
// Those that are searched last for a character that belongs to no script: signs and symbols.
[[nodiscard]] std::span<const Family> symbol_families();

// Not of kMissing:
[[nodiscard]] std::string_view stem_of(Family family);     // of its files: "NotoSansThai"
[[nodiscard]] std::string script_name(Family family);      // in English, for a report: "Thai"
[[nodiscard]] std::string_view package_of(Family family);  // of Debian
// Chinese, Japanese and Korean share one file, a collection of faces (*.ttc) in a folder of its own.
[[nodiscard]] bool is_collection(Family family);
// What the lines of the script need, times the size; 0: nothing special.
[[nodiscard]] float line_height_of(Family family);

}  // namespace tertulia::ui
