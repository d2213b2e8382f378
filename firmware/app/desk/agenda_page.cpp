// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/desk/agenda_page.h"

#include <utility>

#include "firmware/app/desk/agenda_change_words.h"
#include "firmware/app/desk/strip.h"
#include "firmware/app/status/pack_problem.h"
#include "firmware/app/text/labels.h"

namespace tertulia {
namespace {

// That a person has not decided about yet.
const PackUpdate* waiting(const PageAt& at) {
  const auto& update = at.device_state.update;
  return update && !update->is_accepted ? &*update : nullptr;
}

std::string news_text(const PageAt& at, std::size_t changes) {
  const auto count = static_cast<std::uint64_t>(changes);
  // translators: a new visit pack has come; its sessions are the same, its questions or texts are others
  if (count == 0) return at.words.text("New texts or questions have come");
  // translators: a new visit pack has come, in which so many sessions are others
  return fill(at.words.plural("New programme: {count} change", "New programme: {count} changes", count),
              {{"count", std::to_string(count)}});
}

Tone tone_of(const SessionChange& change) {
  return change.is_cancelled() ? Tone::kRed : change.is_new() ? Tone::kCalm : Tone::kAmber;
}

ChangesView empty_page(const PageAt& at) {
  ChangesView view;
  view.tongue = tongue_of(at.words.language());
  view.strip = page_strip(at);
  return view;
}

ChangesView update_view(const PageAt& at, const PackUpdate& update) {
  const Catalogue& words = at.words;
  ChangesView view = empty_page(at);
  const auto& changes = update.changes;
  auto lines = change_lines(changes, update.pack->visit, words);
  for (std::size_t i = 0; i < changes.size(); ++i)
    view.rows.push_back(
        {lines[i].label, tone_of(changes[i]), std::move(lines[i].title), std::move(lines[i].detail)});
  view.headline = news_text(at, changes.size());
  view.empty = words.text("The programme stays the same. Questions, texts or expected outcomes are new.");
  view.note = update.begins_anew
                  ? words.text("The screens of this device begin anew for a moment. What runs goes on.")
                  // translators: below what a new visit pack changes
                  : words.text("What runs goes on. Nobody who answers at a kiosk is interrupted.");
  // translators: a button: leave the new visit pack for later
  view.controls = {{Control::kNotNow, words.text("Not now")},
                   // translators: a button: the screens show the new visit pack
                   {Control::kApply, words.in_context("visit pack", "Apply")}};
  return view;
}

// The file and the sentence are in English, whatever the language around them.
ChangesView problem_view(const PageAt& at, const PackProblem& problem) {
  ChangesView view = empty_page(at);
  view.headline = at.words.text("The new visit pack has errors");
  view.rows = {{problem.where.empty() ? std::string() : isolated(problem.where), Tone::kAmber,
                isolated(problem.what), more_errors_text(problem, at.words)}};
  view.note = at.words.text(
      "The programme stays as it is. Correct this and copy the visit pack to this device again.");
  view.controls = {{Control::kClose, at.words.in_context("desk", "Close")}};
  return view;
}

}  // namespace

std::optional<DeskNews> desk_news(const PageAt& at, const ModeratorView& desk) {
  const bool runs = !desk.countdown.empty();
  const bool has_words = !desk.proposal.empty() || !desk.state.empty();
  if (const PackUpdate* update = waiting(at)) {
    if (update->is_postponed && runs && has_words) return std::nullopt;
    return DeskNews{news_text(at, update->changes.size())};
  }
  if (!at.device_state.pack_problem || (runs && has_words)) return std::nullopt;
  return DeskNews{at.words.text("The new visit pack has errors"), Tone::kAmber};
}

std::optional<ChangesView> changes_view(const PageAt& at) {
  if (const PackUpdate* update = waiting(at)) return update_view(at, *update);
  if (const auto& problem = at.device_state.pack_problem) return problem_view(at, *problem);
  return std::nullopt;
}

}  // namespace tertulia
