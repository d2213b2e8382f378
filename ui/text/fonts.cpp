// SPDX-License-Identifier: Apache-2.0
#include "ui/text/fonts.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <ft2build.h>
#include <hb-ot.h>
#include <hb.h>
#include FT_FREETYPE_H

namespace tertulia::ui {
namespace {

struct Release {
  void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
  void operator()(hb_face_t* face) const { hb_face_destroy(face); }
  void operator()(hb_font_t* font) const { hb_font_destroy(font); }
  void operator()(FT_Face face) const { FT_Done_Face(face); }
  void operator()(FT_Library library) const { FT_Done_FreeType(library); }
};
template <class T>
using Handle = std::unique_ptr<T, Release>;

// One file, mapped once; HarfBuzz and FreeType read the same bytes, so `blob` comes first and goes last.
struct Face {
  Handle<hb_blob_t> blob;
  Handle<hb_font_t> font;
  Handle<FT_FaceRec_> outlines;
  int shaping_size = 0;
  int drawing_size = 0;

  // An empty blob gives a face without characters.
  void map(const std::filesystem::path& file) {
    blob.reset(hb_blob_create_from_file(file.c_str()));
    const Handle<hb_face_t> tables(hb_face_create(blob.get(), 0));
    font.reset(hb_font_create(tables.get()));
    hb_ot_font_set_funcs(font.get());
  }
};

struct FaceByNeed {
  FaceId id;
  Face face;
  bool is_used = true;  // since the last call of close_unused()
};

constexpr std::array<Family, kFamilies> kOrder = {Family::kSans, Family::kArabic, Family::kEthiopic,
                                                  Family::kGeorgian};

std::size_t index_of(FaceId face) {
  return static_cast<std::size_t>(face.family) * 2 + static_cast<std::size_t>(face.weight);
}

// "\0\1\0\0" opens a TrueType file, "OTTO" one with PostScript outlines.
bool looks_like_a_font(std::string_view first_bytes) {
  return first_bytes == std::string_view("\0\1\0\0", 4) || first_bytes == "OTTO" || first_bytes == "true";
}

bool has_no_script(std::uint32_t code_point) {
  return hb_unicode_script(hb_unicode_funcs_get_default(), code_point) == HB_SCRIPT_COMMON;
}

Outcome check(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream)
    return Error{"The font " + file.string() +
                 " cannot be read. Install the Debian package fonts-noto-core."};
  std::array<char, 4> start{};
  stream.read(start.data(), start.size());
  if (!stream || !looks_like_a_font({start.data(), start.size()}))
    return Error{"The file " + file.string() +
                 " is not a TrueType or OpenType font. Reinstall the Debian package fonts-noto-core."};
  return Done{};
}

}  // namespace

std::filesystem::path FontPaths::file(FaceId face) const {
  std::string name(stem_of(face.family));
  name += face.weight == Weight::kBold ? "-Bold" : "-Regular";
  return is_collection(face.family) ? collections / (name + ".ttc") : directory / (name + ".ttf");
}

struct Fonts::Faces {
  FontPaths paths;
  Handle<FT_LibraryRec_> library;  // before the faces, which must go first
  std::array<Face, kFamilies * 2> own;
  std::vector<FaceByNeed> by_need;  // the one that was asked for last is the last

  Face& opened(FaceId id) {
    if (is_by_need(id.family)) return opened_by_need(id);
    Face& face = own[index_of(id)];
    if (!face.font) face.map(paths.file(id));  // it may have vanished since open()
    return face;
  }

 private:
  Face& opened_by_need(FaceId id) {
    const auto found =
        std::find_if(by_need.begin(), by_need.end(), [id](const FaceByNeed& each) { return each.id == id; });
    if (found != by_need.end()) {
      std::rotate(found, found + 1, by_need.end());
    } else {
      if (by_need.size() >= kMostByNeed) by_need.erase(by_need.begin());
      by_need.push_back({id, {}, true});
      by_need.back().face.map(file_by_need(id));
    }
    by_need.back().is_used = true;
    return by_need.back().face;
  }

  // Some scripts have no bold face; their regular one is better than boxes.
  [[nodiscard]] std::filesystem::path file_by_need(FaceId id) const {
    std::error_code none;
    const std::filesystem::path file = paths.file(id);
    return std::filesystem::exists(file, none) ? file : paths.file({id.family, Weight::kRegular});
  }
};

Result<Fonts> Fonts::open(FontPaths paths) {
  for (const Family family : kOrder) {
    TRY_DONE(check(paths.file({family, Weight::kRegular})));
    TRY_DONE(check(paths.file({family, Weight::kBold})));
  }
  auto faces = std::make_unique<Faces>();
  faces->paths = std::move(paths);
  return Fonts(std::move(faces));
}

Fonts::Fonts(std::unique_ptr<Faces> faces) : faces_(std::move(faces)) {}
Fonts::Fonts(Fonts&&) noexcept = default;
Fonts& Fonts::operator=(Fonts&&) noexcept = default;
Fonts::~Fonts() = default;

bool Fonts::covers(FaceId face, std::uint32_t code_point) {
  hb_codepoint_t glyph = 0;
  return hb_font_get_nominal_glyph(faces_->opened(face).font.get(), code_point, &glyph) != 0;
}

std::optional<FaceId> Fonts::find(FaceId preferred, std::uint32_t code_point) {
  if (covers(preferred, code_point)) return preferred;
  const auto first_of = [&](std::span<const Family> families) -> std::optional<FaceId> {
    for (const Family family : families) {
      const FaceId face{family, preferred.weight};
      if (face != preferred && covers(face, code_point)) return face;
    }
    return std::nullopt;
  };
  if (const auto face = first_of(kOrder)) return face;
  return has_no_script(code_point) ? first_of(symbol_families()) : std::nullopt;
}

bool Fonts::is_installed(Family family) const {
  std::error_code none;
  return std::filesystem::exists(faces_->paths.file({family, Weight::kRegular}), none);
}

hb_font_t* Fonts::shaping(FaceId id, int size_px) {
  Face& face = faces_->opened(id);
  if (face.shaping_size != size_px) hb_font_set_scale(face.font.get(), size_px * 64, size_px * 64);
  face.shaping_size = size_px;
  return face.font.get();
}

FT_FaceRec_* Fonts::drawing(FaceId id, int size_px) {
  Face& face = faces_->opened(id);
  if (!faces_->library) {
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0) return nullptr;
    faces_->library.reset(library);
  }
  if (!face.outlines) {
    unsigned int length = 0;
    const char* data = hb_blob_get_data(face.blob.get(), &length);
    FT_Face outlines = nullptr;
    const auto* bytes = reinterpret_cast<const FT_Byte*>(data);
    if (FT_New_Memory_Face(faces_->library.get(), bytes, static_cast<FT_Long>(length), 0, &outlines) != 0)
      return nullptr;
    face.outlines.reset(outlines);
  }
  if (face.drawing_size != size_px &&
      FT_Set_Pixel_Sizes(face.outlines.get(), 0, static_cast<FT_UInt>(size_px)) != 0)
    return nullptr;
  face.drawing_size = size_px;
  return face.outlines.get();
}

void Fonts::close_unused() {
  std::erase_if(faces_->by_need, [](FaceByNeed& each) { return !std::exchange(each.is_used, false); });
}

int Fonts::opened() const {
  const auto own = std::count_if(faces_->own.begin(), faces_->own.end(),
                                 [](const Face& face) { return face.font != nullptr; });
  return static_cast<int>(own) + static_cast<int>(faces_->by_need.size());
}

}  // namespace tertulia::ui
