// SPDX-License-Identifier: Apache-2.0
#include "firmware/program/qr_text.h"

#include <memory>

#include <qrencode.h>

namespace tertulia {
namespace {

struct FreeCode {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

}  // namespace

Result<QrCode> qr_code(const std::string& text) {
  const std::unique_ptr<QRcode, FreeCode> made(QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_L));
  if (!made) return Error{"the QR code cannot be made: the text is too long"};
  QrCode code{made->width, {}};
  code.dark.reserve(static_cast<std::size_t>(made->width) * static_cast<std::size_t>(made->width));
  for (int index = 0; index < made->width * made->width; ++index)
    code.dark.push_back((made->data[index] & 1) != 0);
  return code;
}

std::string qr_text(const QrCode& code) {
  std::string lines;
  for (int row = -QrCode::kQuiet; row < code.side + QrCode::kQuiet; row += 2) {
    lines += "\x1b[30;107m";  // black on white, whatever the colours of the terminal are
    for (int column = -QrCode::kQuiet; column < code.side + QrCode::kQuiet; ++column) {
      const bool upper = code.is_dark(row, column);
      const bool lower = code.is_dark(row + 1, column);
      lines += upper ? (lower ? "█" : "▀") : (lower ? "▄" : " ");
    }
    lines += "\x1b[0m\n";
  }
  return lines;
}

}  // namespace tertulia
