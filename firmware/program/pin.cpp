// SPDX-License-Identifier: Apache-2.0
#include "firmware/program/pin.h"

#include <iostream>

#include <termios.h>
#include <unistd.h>

#include "drivers/pins/argon_pins.h"
#include "firmware/files/replace_file.h"
#include "firmware/formats/configuration/pins.h"

namespace tertulia {
namespace {

// The terminal shows nothing of what is typed while this lives.
class NoEcho {
 public:
  NoEcho() {
    if (tcgetattr(STDIN_FILENO, &before_) != 0) return;
    termios quiet = before_;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    is_changed_ = tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet) == 0;
  }
  NoEcho(const NoEcho&) = delete;
  NoEcho& operator=(const NoEcho&) = delete;
  ~NoEcho() {
    if (is_changed_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }

 private:
  termios before_{};
  bool is_changed_ = false;
};

std::string typed_line(const char* question) {
  if (isatty(STDIN_FILENO) == 1) std::cerr << question << std::flush;
  const NoEcho quiet;
  std::string line;
  std::getline(std::cin, line);
  if (isatty(STDIN_FILENO) == 1) std::cerr << '\n';
  return line;
}

Result<Pin> asked_pin(const std::string& role) {
  const std::string first = typed_line(("PIN of the " + role + " (4 to 8 digits): ").c_str());
  if (isatty(STDIN_FILENO) == 1 && typed_line("Once more: ") != first)
    return Error{"The two PINs differ: nothing is changed"};
  return ArgonPins::hashed(first);
}

}  // namespace

Outcome set_pin(const PinOptions& options) {
  if (options.role != "moderator" && options.role != "note-taker")
    return Error{"--role " + options.role + ": choose moderator or note-taker"};
  TRY(const formats::Configuration configuration, formats::read_configuration(options.config));
  const std::filesystem::path& path = configuration.desk.pins;
  if (path.empty())
    return Error{options.config.string() +
                 ": [desk] names no file for PINs; write pins = \"/var/lib/tertulia/pins.toml\" there"};
  TRY(formats::PinFile pins, formats::read_pins(path));
  auto& entry = options.role == "moderator" ? pins.moderator : pins.note_taker;
  entry.reset();
  if (!options.remove) {
    TRY(const Pin pin, asked_pin(options.role));
    entry = formats::PinEntry{pin.hash, pin.digits};
  }
  TRY_DONE(replace_file(path, formats::pins_text(pins), Readers::kOwner));
  std::cout << path.string() << ": the " << options.role
            << (options.remove ? " needs no PIN any more" : " has a new PIN")
            << ". Restart the device, so that it is known.\n";
  return Done{};
}

Result<std::map<DeskRole, Pin>> pins_of(const formats::Configuration& configuration) {
  std::map<DeskRole, Pin> pins;
  if (configuration.desk.pins.empty()) return pins;
  TRY(const formats::PinFile file, formats::read_pins(configuration.desk.pins));
  if (file.moderator) pins[DeskRole::kModerator] = {file.moderator->hash, file.moderator->digits};
  if (file.note_taker) pins[DeskRole::kNoteTaker] = {file.note_taker->hash, file.note_taker->digits};
  return pins;
}

}  // namespace tertulia
