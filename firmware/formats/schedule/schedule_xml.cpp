// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/schedule/schedule_xml.h"

#include <utility>

#include "firmware/formats/containers/xml_reader.h"
#include "firmware/formats/schedule/schedule_fields.h"
#include "firmware/formats/text/language_names.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

// Walks the document once and remembers which day, room and event it is in.
class ScheduleWalk {
 public:
  ScheduleWalk(const SourceFile& source, Language language, Findings& findings)
      : file_(source.name), language_(std::move(language)), findings_(findings), xml_(source.bytes) {}

  DraftSchedule read() {
    while (true) {
      const XmlStep step = xml_.next();
      if (step == XmlStep::kDone) break;
      if (step == XmlStep::kBroken) {
        say_broken();
        break;
      }
      if (step == XmlStep::kText && text_.size() < kLongestText * 4) text_ += xml_.text();
      if (step == XmlStep::kStart) start();
      if (step == XmlStep::kEnd) end(xml_.name());
    }
    return std::move(schedule_);
  }

 private:
  void say_broken() {
    const Place place = at_line(file_, line_);
    if (schedule_.drafts.empty())
      findings_.wrong(place, "The file is no readable XML from here on; export the schedule again.");
    else
      findings_.skipped(place, "The file breaks off or is damaged from here on; the " +
                                   counted(schedule_.drafts.size(), "entry", "entries") +
                                   " before that are used. Export the schedule again.");
  }

  void start() {
    const std::string& name = xml_.name();
    line_ = xml_.line();
    text_.clear();
    if (name == "event") {
      event_.emplace();
      fields_ = {};
      event_->place = at_line(file_, line_);
      event_->id = first_of({xml_.attribute("guid"), xml_.attribute("id"), xml_.attribute("code")});
    } else if (event_) {
      text_language_ = xml_.attribute("lang");
      if (name == "person" || name == "speaker") person_ = xml_.attribute("public_name");
    } else if (name == "day") {
      day_ = first_of({xml_.attribute("date"), xml_.attribute("start")});
    } else if (name == "room") {
      room_ = xml_.attribute("name");
    }
  }

  void end(const std::string& name) {
    if (event_ && name == "event") {
      finish();
    } else if (event_) {
      field(name);
    } else if (name == "room") {
      room_.clear();
    } else if (name == "day") {
      day_.clear();
    } else if (name == "time_zone_name") {
      schedule_.zone = std::string(trim(text_));
    } else if (name == "day_change") {
      schedule_.day_change = std::string(trim(text_));
    }
    text_.clear();
  }

  void field(const std::string& name) {
    const std::string text(trim(text_));
    if (!text_language_.empty()) {
      set_translation(fields_, name, text_language_, text);
      text_language_.clear();
    } else if (name == "person" || name == "speaker") {
      add_person(fields_, person_.empty() ? text : person_);
      person_.clear();
    } else if (name == "name" || name == "public_name" || name == "full_public_name") {
      person_ = text;  // inside of a person
    } else if (!text.empty()) {
      set_field(fields_, name, text);
    }
  }

  void finish() {
    put(fields_, {day_, room_, language_}, *event_);
    schedule_.add(std::move(*event_));
    event_.reset();
  }

  std::string file_;
  Language language_;
  Findings& findings_;
  XmlReader xml_;
  DraftSchedule schedule_;
  std::string day_;
  std::string room_;
  std::string person_;
  std::string text_;
  std::string text_language_;  // of the element that began last; empty: it says none
  int line_ = 1;
  std::optional<DraftEntry> event_;
  ScheduleFields fields_;
};

}  // namespace

void DraftSchedule::add(DraftEntry draft) {
  is_cut = drafts.size() >= kMost;
  if (!is_cut) drafts.push_back(std::move(draft));
}

DraftSchedule read_schedule_xml(const SourceFile& source, const Language& language, Findings& findings) {
  DraftSchedule schedule = ScheduleWalk(source, language, findings).read();
  if (schedule.drafts.empty() && !findings.any_wrong())
    findings.wrong({source.name, ""}, "The schedule has no event; export it again with its sessions.");
  return schedule;
}

}  // namespace tertulia::formats
