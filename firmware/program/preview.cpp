// SPDX-License-Identifier: Apache-2.0
#include "firmware/program/preview.h"

#include <fstream>
#include <string_view>
#include <system_error>

#include "drivers/files/png.h"
#include "firmware/app/kiosk/kiosk.h"
#include "firmware/app/kiosk/kiosk_answers.h"
#include "firmware/domain/html_text.h"
#include "firmware/files/replace_file.h"
#include "firmware/formats/pack/report.h"
#include "firmware/program/console.h"
#include "firmware/program/languages.h"
#include "firmware/program/packs.h"
#include "firmware/program/settings.h"
#include "ui/glass/painter.h"
#include "ui/text/fonts.h"

namespace tertulia {
namespace {

// One page of a form, in one language.
struct PreviewedPage {
  std::string name;  // "page-02-likes"
  View view;
};

std::string two_digits(std::size_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

// What a kiosk shows that asks this form, without an answer: where it starts, and each page.
std::vector<PreviewedPage> pages_of(const DeviceState& device_state, const Language& language) {
  RoleSettings settings;
  settings.room = device_state.pack.visit.rooms.front().id;
  settings.language = language;
  settings.asks = KioskAsks::kAlways;
  const KioskContext context{device_state, settings, {}, SubmissionId({1})};
  std::vector<PreviewedPage> pages;
  Kiosk kiosk = fresh_kiosk(context);
  pages.push_back({"start", kiosk_view(kiosk, context)});
  kiosk = apply(std::move(kiosk), intent::Begin{}, context).state;
  auto* asking = std::get_if<kiosk::Asking>(&kiosk);
  if (!asking) return pages;
  const FormNow all = asking->run->now();
  std::size_t number = 0;
  for (const PageRange& page : kiosk_pages_of(*asking->form, all)) {
    asking->page = name_of(all, page);
    asking->entry = entry_for(*asking);
    pages.push_back({two_digits(++number) + "-" + asking->page, kiosk_view(kiosk, context)});
  }
  return pages;
}

constexpr std::string_view kIndexBegins = "<!DOCTYPE html>\n<meta charset=\"utf-8\"><title>Preview</title>\n";

// A page of somebody else is not replaced. A link or a pipe is none: it is never followed.
Outcome check_index(const std::filesystem::path& file) {
  std::error_code unknown;
  if (!std::filesystem::is_regular_file(std::filesystem::symlink_status(file, unknown))) return Done{};
  std::string begins(kIndexBegins.size(), '\0');
  std::ifstream(file).read(begins.data(), static_cast<std::streamsize>(begins.size()));
  if (begins == kIndexBegins) return Done{};
  return Error{file.string() + " is not of a preview. Name another folder with --to."};
}

class Preview {
 public:
  Preview(std::filesystem::path folder, ui::Fonts& fonts, std::vector<Screen> screens)
      : folder_(std::move(folder)), screens_(std::move(screens)), painter_(fonts, screens_, looks()) {}

  // `form` is one of its pack, and becomes the form of its visit. Errors: a picture cannot be written.
  [[nodiscard]] Outcome draw(DeviceState& device_state, const Questionnaire& form) {
    device_state.pack.visit.default_form = form.id;
    html_ += "<h1>" + html_text(form.title.in(form.default_language)) + "</h1>\n";
    for (const Language& language : form.languages) {
      html_ += "<h2>" + html_text(language) + "</h2>\n";
      for (const PreviewedPage& page : pages_of(device_state, language))
        for (int screen = 0; screen < static_cast<int>(screens_.size()); ++screen)
          TRY_DONE(draw_page(screen, page, form.id + "-" + page.name + "-" + language));
    }
    return Done{};
  }

  [[nodiscard]] Outcome write_index() const {
    return replace_file(folder_ / "index.html",
                        std::string(kIndexBegins) +
                            "<style>body{font-family:sans-serif;margin:2rem}"
                            "figure{display:inline-block;margin:.5rem;vertical-align:top}"
                            "img{max-width:30rem;max-height:30rem;border:1px solid #ccc}</style>\n" +
                            html_,
                        Readers::kEverybody);
  }

  [[nodiscard]] std::size_t pictures() const { return pictures_; }

 private:
  [[nodiscard]] std::vector<ui::Look> looks() const {
    return std::vector<ui::Look>(screens_.size(), ui::Look{ui::Motion::kReduced});
  }

  Outcome draw_page(int screen, const PreviewedPage& page, const std::string& name) {
    painter_.reset(screen);
    const Size size = screens_[static_cast<std::size_t>(screen)].size;
    const std::string file =
        name + "-" + std::to_string(size.width) + "x" + std::to_string(size.height) + ".png";
    TRY_DONE(write_png(folder_ / file, painter_.paint(screen, page.view, {}, {}).picture));
    html_ += "<figure><img loading=\"lazy\" src=\"" + html_text(file) + "\" alt=\"\"><figcaption>" +
             html_text(page.name) + "</figcaption></figure>\n";
    ++pictures_;
    return Done{};
  }

  std::filesystem::path folder_;
  std::vector<Screen> screens_;
  ui::GlassPainter painter_;
  std::string html_;
  std::size_t pictures_ = 0;
};

Result<std::vector<Screen>> screens_for(const std::vector<std::string>& sizes) {
  std::vector<Screen> screens;
  for (const std::string& text : sizes) {
    TRY(const Size size, size_from(text));
    screens.push_back({"kiosk", size, 0});
  }
  return screens;
}

Outcome draw_forms(const PreviewOptions& options, VisitPack pack) {
  TRY(auto screens, screens_for(options.sizes));
  TRY(auto fonts, ui::Fonts::open());
  std::error_code problem;
  std::filesystem::create_directories(options.folder, problem);
  if (problem)
    return Error{"The folder " + options.folder.string() + " cannot be made: " + problem.message() + "."};
  TRY_DONE(check_index(options.folder / "index.html"));
  DeviceState device_state;
  device_state.pack.visit = std::move(pack.visit);  // without sessions, of which a form could be another's
  device_state.pack.questionnaires = std::move(pack.questionnaires);
  device_state.catalogues = built_in_catalogues();
  Preview preview(options.folder, fonts, std::move(screens));
  for (const Questionnaire& form : device_state.pack.questionnaires)
    TRY_DONE(preview.draw(device_state, form));
  TRY_DONE(preview.write_index());
  print(std::to_string(preview.pictures()) + " pictures: open " + (options.folder / "index.html").string() +
        '\n');
  return Done{};
}

}  // namespace

int preview(const PreviewOptions& options) {
  auto reading = read_in_child(options.form);
  if (!reading.ok()) {
    print(reading.error().message + '\n');
    return 2;
  }
  print(formats::check_report(reading.value()));
  const int code = formats::check_exit_code(reading.value());
  if (!reading.value().pack) return code;
  const Outcome drawn = draw_forms(options, *std::move(reading.value().pack));
  if (drawn.ok()) return code;
  print_error(drawn.error().message);
  return 1;
}

}  // namespace tertulia
