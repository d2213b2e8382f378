// SPDX-License-Identifier: Apache-2.0
#include "firmware/program/pack_texts.h"

#include <cstdint>
#include <map>
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

}  // namespace

void for_each_text(const VisitPack& pack, const std::function<void(const PackText&)>& see) {
  const Walk walk{see};
  walk.visit(pack.visit);
  for (const Session& session : pack.agenda.sessions) walk.session(session);
  for (const Questionnaire& form : pack.questionnaires) walk.form(form);
}

std::vector<std::string> missing_characters(const VisitPack& pack, ui::Fonts& fonts) {
  std::map<std::uint32_t, std::vector<std::string>> places;
  for_each_text(pack, [&](const PackText& each) {
    ui::Paragraph paragraph;
    paragraph.text = each.text;
    paragraph.language = each.language;
    for (const std::uint32_t code_point : ui::missing_characters(fonts, paragraph))
      places[code_point].push_back(each.place + " (" + each.language + ")");
  });
  std::vector<std::string> sentences;
  for (const auto& [code_point, found] : places) {
    std::string sentence = fmt::format("No font has the character U+{:04X}: {}", code_point, found.front());
    if (found.size() > 1) sentence += fmt::format(" and {} more", found.size() - 1);
    sentences.push_back(sentence + ".");
  }
  return sentences;
}

}  // namespace tertulia
