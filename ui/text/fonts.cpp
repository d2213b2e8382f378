// SPDX-License-Identifier: Apache-2.0
#include "ui/text/fonts.h"

#include <array>
#include <fstream>
#include <string>
#include <string_view>

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

Outcome check(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream)
    return Error{"The font " + file.string() +
                 " cannot be read. Install the Debian package fonts-noto-core, or set the font directory in "
                 "the configuration."};
  std::array<char, 4> start{};
  stream.read(start.data(), start.size());
  if (!stream || !looks_like_a_font({start.data(), start.size()}))
    return Error{"The file " + file.string() +
                 " is not a TrueType or OpenType font. Reinstall the Debian package fonts-noto-core."};
  return Done{};
}

}  // namespace

std::filesystem::path FontPaths::file(FaceId face) const {
  constexpr std::array<std::string_view, kFamilies> kNames = {"NotoSans", "NotoSansArabic",
                                                              "NotoSansEthiopic", "NotoSansGeorgian"};
  std::string name(kNames[static_cast<std::size_t>(face.family)]);
  name += face.weight == Weight::kBold ? "-Bold.ttf" : "-Regular.ttf";
  return directory / name;
}

struct Fonts::Faces {
  FontPaths paths;
  Handle<FT_LibraryRec_> library;  // before the faces, which must go first
  std::array<Face, kFamilies * 2> faces;

  Face& opened(FaceId id) {
    Face& face = faces[index_of(id)];
    if (face.font) return face;
    // A file that vanished since open() gives the empty blob: a face without characters.
    face.blob.reset(hb_blob_create_from_file(paths.file(id).c_str()));
    const Handle<hb_face_t> tables(hb_face_create(face.blob.get(), 0));
    face.font.reset(hb_font_create(tables.get()));
    hb_ot_font_set_funcs(face.font.get());
    return face;
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
  for (const Family family : kOrder) {
    const FaceId face{family, preferred.weight};
    if (face != preferred && covers(face, code_point)) return face;
  }
  return std::nullopt;
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

int Fonts::opened() const {
  int count = 0;
  for (const Face& face : faces_->faces) count += face.font ? 1 : 0;
  return count;
}

}  // namespace tertulia::ui
