// SPDX-License-Identifier: Apache-2.0
#include "firmware/program/qr_text.h"

#include <memory>

#include <qrencode.h>

namespace tertulia {
namespace {

constexpr int kQuiet = 4;  // modules around it, which readers need

struct FreeCode {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

bool is_dark(const QRcode& code, int row, int column) {
  const bool inside = row >= 0 && column >= 0 && row < code.width && column < code.width;
  return inside && (code.data[row * code.width + column] & 1) != 0;
}

}  // namespace

Result<std::string> qr_text(const std::string& text) {
  const std::unique_ptr<QRcode, FreeCode> code(QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_L));
  if (!code) return Error{"the QR code cannot be made: the text is too long"};
  std::string lines;
  for (int row = -kQuiet; row < code->width + kQuiet; row += 2) {
    lines += "\x1b[30;107m";  // black on white, whatever the colours of the terminal are
    for (int column = -kQuiet; column < code->width + kQuiet; ++column) {
      const bool upper = is_dark(*code, row, column);
      const bool lower = is_dark(*code, row + 1, column);
      lines += upper ? (lower ? "█" : "▀") : (lower ? "▄" : " ");
    }
    lines += "\x1b[0m\n";
  }
  return lines;
}

}  // namespace tertulia
