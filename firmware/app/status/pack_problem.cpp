// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/status/pack_problem.h"

#include "firmware/app/text/labels.h"

namespace tertulia {
namespace {

bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

}  // namespace

std::string place_and_problem(const PackProblem& problem) {
  return problem.where.empty() ? problem.what : problem.where + ": " + problem.what;
}

std::string more_errors_text(const PackProblem& problem, const Catalogue& words) {
  if (problem.more == 0) return {};
  // translators: behind the first thing that is wrong with some files
  return fill(words.text("Further errors: {count}."), {{"count", std::to_string(problem.more)}});
}

// From the first opening quote to the last closing one: a quoted text may have quotes inside.
std::string without_quoted(std::string sentence) {
  std::size_t first = std::string::npos;
  std::size_t last = std::string::npos;
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    if (sentence[at] != '\'') continue;
    const bool opens = at == 0 || !is_word(sentence[at - 1]);
    const bool closes = at + 1 == sentence.size() || !is_word(sentence[at + 1]);
    if (opens && first == std::string::npos) first = at;
    if (closes && first != std::string::npos && at > first) last = at;
  }
  if (first == std::string::npos) return sentence;
  const std::size_t length = last == std::string::npos ? sentence.size() - first : last - first + 1;
  return sentence.replace(first, length, "‘…’");
}

std::optional<DoorView> refused_pack_view(const DeviceState& device_state, const RoleSettings& settings,
                                          const Now& now) {
  const auto& problem = device_state.pack_problem;
  if (!problem || !problem->shows_nothing) return std::nullopt;
  const Language& language = language_of(device_state, settings);
  const Catalogue& words = device_state.catalogues.of(language);
  DoorView view;
  view.tongue = tongue_of(language);
  view.room = device_state.device;
  view.clock = clock_text(now.wall, device_state.pack.visit.zone);
  if (problem->is_being_read) {
    view.headline = words.text("The visit pack is being read");
    view.detail = words.text("This takes a minute at most.");
    return view;
  }
  // translators: the visit pack is the folder of files that describes a visit; the file follows
  view.kicker = joined(words.text("The visit pack cannot be used"), problem->where);
  const std::string more = more_errors_text(*problem, words);
  view.headline = isolated(problem->what) + (more.empty() ? "" : " " + more);
  // translators: what a person does when a file is wrong
  view.detail = words.text("Correct it and copy the visit pack to this device again: it is taken by itself.");
  return view;
}

std::string pack_problem_text(const DeviceState& device_state, const Catalogue& words) {
  const auto& problem = device_state.pack_problem;
  if (!problem) return {};
  if (problem->is_being_read) return words.text("The visit pack is being read");
  const std::string what = isolated(place_and_problem(*problem));
  if (problem->shows_nothing) return joined(words.text("The visit pack cannot be used"), what);
  // translators: on the status screen; behind it stands which file is wrong
  return joined(words.text("The new visit pack has errors"), what);
}

std::optional<Chip> pack_problem_chip(const DeviceState& device_state, const Catalogue& words) {
  if (!device_state.pack_problem || device_state.pack_problem->is_being_read) return std::nullopt;
  return Chip{words.text("The new visit pack has errors"), Tone::kAmber};
}

}  // namespace tertulia
