// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/pictures/jpeg_picture.h"

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

#include <jpeglib.h>
// Names what may be wrong, and needs the line above.
#include <jerror.h>

#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr std::uint64_t kMostJpegPixels = 50'000'000;
constexpr int kMostScans = 100;  // a picture of many more is made to take long
constexpr unsigned kLongestMarker = 0xFFFF;
constexpr int kExifMarker = JPEG_APP0 + 1;

// One reading. libjpeg leaves it by longjmp, so what has to be given back lives here and not on the stack of
// read().
class Jpeg {
 public:
  explicit Jpeg(std::string_view bytes) : bytes_(bytes) {
    info_.err = jpeg_std_error(&errors_);
    errors_.error_exit = [](j_common_ptr info) { of(info).fail(info); };
    errors_.emit_message = [](j_common_ptr info, int level) { of(info).note(level); };
    errors_.output_message = [](j_common_ptr) {};
    watch_.progress_monitor = [](j_common_ptr info) { of(info).watch(info); };
    info_.client_data = this;
  }
  Jpeg(const Jpeg&) = delete;
  Jpeg& operator=(const Jpeg&) = delete;
  ~Jpeg() { jpeg_destroy_decompress(&info_); }

  // False: message() says why.
  bool read(PictureSize box) {
    if (setjmp(out_) != 0) return false;
    begin();
    if (std::uint64_t{info_.image_width} * info_.image_height > kMostJpegPixels) {
      message_ = "has more than 50 million pixels";
      return false;
    }
    choose_size(box);
    read_pixels();
    return true;
  }

  [[nodiscard]] const std::string& message() const { return message_; }
  [[nodiscard]] Picture take() { return upright(std::move(picture_), orientation_); }

 private:
  static Jpeg& of(j_common_ptr info) { return *static_cast<Jpeg*>(info->client_data); }

  [[noreturn]] void fail(j_common_ptr info) {
    std::array<char, JMSG_LENGTH_MAX> words{};
    errors_.format_message(info, words.data());
    message_ = words.data();
    std::longjmp(out_, 1);  // NOLINT(cert-err52-cpp): libjpeg has no other way out
  }
  void note(int level) {
    if (level >= 0) return;
    const int what = errors_.msg_code;
    if (what == JWRN_JPEG_EOF || what == JWRN_HIT_MARKER) is_cut_off_ = true;
  }
  void watch(j_common_ptr info) {
    if (info_.input_scan_number <= kMostScans) return;
    errors_.msg_code = JERR_BAD_PROGRESSION;
    fail(info);
  }

  void begin() {
    jpeg_create_decompress(&info_);
    info_.progress = &watch_;
    jpeg_mem_src(&info_, reinterpret_cast<const unsigned char*>(bytes_.data()), bytes_.size());
    jpeg_save_markers(&info_, kExifMarker, kLongestMarker);
    jpeg_read_header(&info_, TRUE);
    for (const jpeg_marker_struct* marker = info_.marker_list; marker != nullptr; marker = marker->next)
      if (marker->marker == kExifMarker && orientation_ == 1)
        orientation_ =
            orientation_in_exif({reinterpret_cast<const char*>(marker->data), marker->data_length});
  }

  // The smallest part of eight that still covers the box in its longer side.
  void choose_size(PictureSize box) {
    const bool is_cmyk = info_.jpeg_color_space == JCS_CMYK || info_.jpeg_color_space == JCS_YCCK;
    info_.out_color_space = is_cmyk ? JCS_CMYK : JCS_RGB;
    info_.scale_denom = 8;
    const auto longer = std::uint64_t{std::max(info_.image_width, info_.image_height)};
    const auto wanted = static_cast<std::uint64_t>(std::max(box.width, box.height));
    info_.scale_num =
        static_cast<unsigned>(std::clamp<std::uint64_t>((wanted * 8 + longer - 1) / longer, 1, 8));
  }

  void read_pixels() {
    jpeg_start_decompress(&info_);
    picture_.size = {static_cast<int>(info_.output_width), static_cast<int>(info_.output_height)};
    picture_.pixels.reserve(std::size_t{info_.output_width} * info_.output_height);
    row_.resize(std::size_t{info_.output_width} * static_cast<unsigned>(info_.output_components));
    while (info_.output_scanline < info_.output_height) {
      JSAMPROW row = row_.data();
      jpeg_read_scanlines(&info_, &row, 1);
      if (is_cut_off_) {
        message_ = "is cut off";
        std::longjmp(out_, 1);  // NOLINT(cert-err52-cpp): nothing on the way has anything to give back
      }
      for (std::size_t i = 0; i < row_.size(); i += static_cast<unsigned>(info_.output_components))
        picture_.pixels.push_back(pixel(&row_[i]));
    }
  }

  // Adobe writes the four inks inverted.
  [[nodiscard]] std::uint32_t pixel(const JSAMPLE* from) const {
    std::uint32_t result = 0xFF;
    for (int i = 0; i < 3; ++i) {
      std::uint32_t value = from[i];
      if (info_.out_color_space == JCS_CMYK) {
        const std::uint32_t ink = info_.saw_Adobe_marker != 0 ? from[i] : 255U - from[i];
        const std::uint32_t black = info_.saw_Adobe_marker != 0 ? from[3] : 255U - from[3];
        value = ink * black / 255;
      }
      result = result << 8U | value;
    }
    return result;
  }

  std::string_view bytes_;
  jpeg_decompress_struct info_{};
  jpeg_error_mgr errors_{};
  jpeg_progress_mgr watch_{};
  std::jmp_buf out_{};
  std::string message_;
  int orientation_ = 1;
  bool is_cut_off_ = false;
  std::vector<JSAMPLE> row_;
  Picture picture_;
};

}  // namespace

bool is_jpeg(std::string_view bytes) { return bytes.starts_with("\xFF\xD8\xFF"); }

Result<Picture> picture_from_jpeg(std::string_view bytes, PictureSize box) {
  Jpeg jpeg(bytes);
  if (!jpeg.read(box))
    return Error{"This JPEG cannot be read (" + clean_text(jpeg.message()) +
                 "); copy it again, or export it smaller."};
  return jpeg.take();
}

}  // namespace tertulia::formats
