// SPDX-License-Identifier: Apache-2.0
// The faces that the screens use: Debian's Noto fonts, Regular and Bold, found by path only.
//
// A face is mapped into memory when the first character needs it, so a screen in one script pays for one
// face. Those of the product's own scripts are always installed and stay open. The others are opened by need,
// at most kMostByNeed at a time, and given back when nothing uses them (decision 092).
// Main thread only; layouts and atlases borrow it and must not outlive it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>

#include "firmware/domain/result.h"
#include "ui/text/font_files.h"

struct hb_font_t;
struct FT_FaceRec_;

namespace tertulia::ui {

enum class Weight : std::uint8_t { kRegular, kBold };

struct FaceId {
  Family family = Family::kSans;
  Weight weight = Weight::kRegular;
  friend bool operator==(const FaceId&, const FaceId&) = default;
};

// Where the fonts lie; the defaults are where Debian's packages fonts-noto-core and fonts-noto-cjk put them.
struct FontPaths {
  std::filesystem::path directory = "/usr/share/fonts/truetype/noto";
  std::filesystem::path collections = "/usr/share/fonts/opentype/noto";
  [[nodiscard]] std::filesystem::path file(FaceId face) const;
};

class Fonts {
 public:
  static constexpr std::size_t kMostByNeed = 12;

  // Checks that every file of the product's own scripts is there and is a font. The error names the file and
  // the package to install.
  [[nodiscard]] static Result<Fonts> open(FontPaths paths = {});

  Fonts(Fonts&&) noexcept;
  Fonts& operator=(Fonts&&) noexcept;
  ~Fonts();

  [[nodiscard]] bool covers(FaceId face, std::uint32_t code_point);
  // The first face that has the character: `preferred`, then the families in order, then, for a character
  // that belongs to no script, those with symbols. None: no face has it.
  [[nodiscard]] std::optional<FaceId> find(FaceId preferred, std::uint32_t code_point);

  // Whether its file is there.
  [[nodiscard]] bool is_installed(Family family) const;

  // For shaping, scaled to 1/64 pixel at this size. Valid until the next call of anything here.
  [[nodiscard]] hb_font_t* shaping(FaceId face, int size_px);
  // For drawing, set to this size; null when the file cannot be drawn from. Valid as above.
  [[nodiscard]] FT_FaceRec_* drawing(FaceId face, int size_px);

  // Gives back every face by need that nothing has asked for since the last call of this.
  void close_unused();
  // How many faces are mapped.
  [[nodiscard]] int opened() const;

 private:
  struct Faces;
  explicit Fonts(std::unique_ptr<Faces> faces);
  std::unique_ptr<Faces> faces_;
};

}  // namespace tertulia::ui
