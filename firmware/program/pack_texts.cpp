// SPDX-License-Identifier: Apache-2.0
#include "firmware/program/pack_texts.h"

#include <cstdint>
#include <map>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "ui/text/layout.h"

namespace tertulia {
namespace {

struct Walk {
  const std::function<void(const PackText&)>& see;

  void texts(const std::string& place, const LocalizedText& texts) const {
    for (const auto& [language, text] : texts.all()) see({place, language, text});
  }

  void visit(const Visit& visit) const {
    texts("the title of the visit", visit.title);
    texts("the venue", visit.venue);
    texts("the name of the host", visit.host.name);
    for (const Peer& peer : visit.visitors) texts("the name of a visitor", peer.name);
    for (const Room& room : visit.rooms) texts("the name of room " + room.id, room.name);
    for (const Group& group : visit.groups) texts("the name of group " + group.id, group.name);
  }

  void session(const Session& session) const {
    const std::string of = " of session " + session.slug;
    texts("the title" + of, session.title);
    see({"the place" + of, "", session.place});
    texts("the expected outcomes" + of, session.expected_outcomes);
    for (const Segment& segment : session.rundown.segments) {
      texts("the part " + segment.id + of, segment.title);
      texts("the speaker of part " + segment.id + of, segment.speaker);
    }
  }

  void form(const Questionnaire& form) const {
    const std::string in = " in form " + form.id;
    texts("the title of form " + form.id, form.title);
    for (const Page& page : form.pages) {
      texts("the title of a page" + in, page.title);
      for (const Question& question : page.questions) {
        const std::string of = " of question " + question.name + in;
        texts("the label" + of, question.label);
        texts("the hint" + of, question.hint);
        texts("the message" + of, question.required_message);
        if (const auto* choices = choices_of(question.kind))
          for (const Choice& choice : *choices) texts("the choice " + choice.name + of, choice.label);
      }
    }
  }
};

using Places = std::vector<std::string>;

void note(Places& places, const PackText& text) {
  std::string place = text.language.empty() ? text.place : text.place + " (" + text.language + ")";
  if (places.empty() || places.back() != place) places.push_back(std::move(place));
}

std::string in_words(const Places& places) {
  if (places.size() == 1) return places.front();
  return fmt::format("{} and {} more", places.front(), places.size() - 1);
}

}  // namespace

void for_each_text(const VisitPack& pack, const std::function<void(const PackText&)>& see) {
  const Walk walk{see};
  walk.visit(pack.visit);
  for (const Session& session : pack.agenda.sessions) walk.session(session);
  for (const Questionnaire& form : pack.questionnaires) walk.form(form);
}

std::vector<std::string> missing_characters(const VisitPack& pack, ui::Fonts& fonts) {
  std::map<std::uint32_t, Places> characters;  // that no font of the packages has
  std::map<ui::Family, Places> scripts;        // whose font is not installed
  for_each_text(pack, [&](const PackText& each) {
    ui::Paragraph paragraph;
    paragraph.text = each.text;
    paragraph.language = each.language;
    for (const std::uint32_t code_point : ui::missing_characters(fonts, paragraph)) {
      const ui::Family family = ui::family_of(code_point);
      const bool is_curable = ui::is_by_need(family) && !fonts.is_installed(family);
      note(is_curable ? scripts[family] : characters[code_point], each);
    }
  });
  std::vector<std::string> sentences;
  for (const auto& [family, places] : scripts)
    sentences.push_back(fmt::format("No font for {} is installed: {}. Install the Debian package {}.",
                                    ui::script_name(family), in_words(places), ui::package_of(family)));
  for (const auto& [code_point, places] : characters)
    sentences.push_back(
        fmt::format("No font has the character U+{:04X}: {}. Screens show its number in a box.", code_point,
                    in_words(places)));
  return sentences;
}

}  // namespace tertulia
