// SPDX-License-Identifier: Apache-2.0
// The faces that the screens use: Noto Sans for four groups of scripts, Regular and Bold, found by path only.
// A face is mapped into memory when the first character needs it, so a screen in one script pays for one
// face. Main thread only; layouts and atlases borrow it and must not outlive it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>

#include "firmware/domain/result.h"

struct hb_font_t;
struct FT_FaceRec_;

namespace tertulia::ui {

enum class Weight : std::uint8_t { kRegular, kBold };

// In the order in which they are searched for a character.
enum class Family : std::uint8_t { kSans, kArabic, kEthiopic, kGeorgian, kMissing };
inline constexpr int kFamilies = 4;  // kMissing is no font: a glyph of it is a box with that code point

struct FaceId {
  Family family = Family::kSans;
  Weight weight = Weight::kRegular;
  friend bool operator==(const FaceId&, const FaceId&) = default;
};

// Where the fonts lie; the default is where Debian's package fonts-noto-core puts them.
struct FontPaths {
  std::filesystem::path directory = "/usr/share/fonts/truetype/noto";
  [[nodiscard]] std::filesystem::path file(FaceId face) const;
};

class Fonts {
 public:
  // Checks that every file is there and is a font. The error names the file and the package to install.
  [[nodiscard]] static Result<Fonts> open(FontPaths paths = {});

  Fonts(Fonts&&) noexcept;
  Fonts& operator=(Fonts&&) noexcept;
  ~Fonts();

  [[nodiscard]] bool covers(FaceId face, std::uint32_t code_point);
  // The first face that has the character: `preferred`, then the families in order. None: no face has it.
  [[nodiscard]] std::optional<FaceId> find(FaceId preferred, std::uint32_t code_point);

  // For shaping, scaled to 1/64 pixel at this size. Valid until the next call for the same face.
  [[nodiscard]] hb_font_t* shaping(FaceId face, int size_px);
  // For drawing, set to this size; null when the file cannot be drawn from. Valid as above.
  [[nodiscard]] FT_FaceRec_* drawing(FaceId face, int size_px);

  // How many faces are mapped.
  [[nodiscard]] int opened() const;

 private:
  struct Faces;
  explicit Fonts(std::unique_ptr<Faces> faces);
  std::unique_ptr<Faces> faces_;
};

}  // namespace tertulia::ui
