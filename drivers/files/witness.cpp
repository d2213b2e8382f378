// SPDX-License-Identifier: Apache-2.0
#include "drivers/files/witness.h"

#include <chrono>
#include <fstream>

#include "drivers/files/png.h"

namespace tertulia {
namespace {

constexpr std::chrono::seconds kBetweenPictures{2};

// What became of answers, or what is wrong with them or the pack; empty: nothing is said.
std::string said_in(const View& view) {
  if (const auto* attract = std::get_if<AttractView>(&view); attract && attract->notice)
    return attract->notice->text;
  if (const auto* sign = std::get_if<DoorView>(&view)) return sign->kicker + " " + sign->headline;
  const auto* question = std::get_if<QuestionView>(&view);
  return question ? question->problem : std::string();
}

// The language that the visitor has chosen; empty: the page offers none.
std::string chosen_in(const View& view) {
  const auto* attract = std::get_if<AttractView>(&view);
  if (attract == nullptr) return {};
  for (const LanguageButton& button : attract->languages)
    if (button.chosen) return "language:" + button.language;
  return {};
}

}  // namespace

Result<Witness> Witness::open(WitnessOptions options, std::vector<Screen> screens) {
  if (!options.pictures.empty()) {
    std::error_code problem;
    std::filesystem::create_directories(options.pictures, problem);
    if (problem)
      return Error{options.pictures.string() +
                   ": the folder for pictures cannot be made: " + problem.message()};
  }
  return Witness(std::move(options), std::move(screens));
}

void Witness::see(int screen, const Seen& seen, BootTime now) {
  if (!options_.targets.empty()) write_targets(screen, seen);
  auto& written = written_[static_cast<std::size_t>(screen)];
  if (options_.pictures.empty() || (written && now - *written < kBetweenPictures)) return;
  written = now;
  const std::string name =
      std::to_string(screen) + "-" + screens_[static_cast<std::size_t>(screen)].name + ".png";
  // A full disk must not stop the screens: the next picture tries again.
  if (!write_png(options_.pictures / name, seen.painted.picture).ok()) written.reset();
}

void Witness::write_targets(int screen, const Seen& seen) const {
  const std::string& name = screens_[static_cast<std::size_t>(screen)].name;
  const std::filesystem::path path = options_.targets.string() + "." + std::to_string(screen);
  const std::filesystem::path draft = path.string() + ".new";
  {
    std::ofstream file(draft);
    for (const Target& target : seen.targets)
      file << name << '\t' << target.name << '\t' << target.area.left << '\t' << target.area.top << '\t'
           << target.area.right << '\t' << target.area.bottom << '\n';
    if (const std::string said = said_in(seen.view); !said.empty())
      file << name << "\tsays\t" << said << '\n';
    if (const std::string chosen = chosen_in(seen.view); !chosen.empty())
      file << name << "\tchosen\t" << chosen << '\n';
  }
  std::error_code ignored;
  std::filesystem::rename(draft, path, ignored);
}

}  // namespace tertulia
