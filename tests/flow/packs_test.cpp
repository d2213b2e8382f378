// SPDX-License-Identifier: Apache-2.0
// The visit pack at the start of the appliance: read by the other program, kept, and never replaced by a bad
// one.
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/flow/site.h"
#include "tests/support/scratch_folder.h"

namespace tertulia::flow {
namespace {

namespace fs = std::filesystem;

struct pack : testing::Test {
  ScratchFolder folder;
  std::string words;  // of the last start

  void SetUp() override {
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    fs::copy(TERTULIA_SOURCE_DIR "/config/visits/lisbon", folder / "visit", fs::copy_options::recursive);
    std::ofstream(folder / "tertulia.toml") << "[store]\npath = \"store.db\"\n[broker]\nhost = \"\"\n";
  }

  // Paints every screen once and ends.
  [[nodiscard]] int start() {
    int code = -1;
    words = said_by({TERTULIA_PROGRAM, "run", "--once", "--config", folder / "tertulia.toml", "--pack",
                     folder / "visit", "--role", "room"},
                    code);
    return code;
  }
  // Another number each time that the pack was read and kept.
  [[nodiscard]] ino_t kept() const {
    struct stat state {};
    return stat((folder / "store.db.pack").c_str(), &state) == 0 ? state.st_ino : 0;
  }
  // What the screen of the running program says.
  [[nodiscard]] std::string shown() const { return text_of(folder / "seen.0"); }
  void break_pack() const { std::ofstream(folder / "visit" / "visit.toml", std::ios::app) << "\n[visit\n"; }
};

TEST_F(pack, is_read_again_only_when_it_has_changed) {
  ASSERT_EQ(start(), 0) << words;
  const ino_t first = kept();
  ASSERT_NE(first, 0U);
  ASSERT_EQ(start(), 0) << words;
  EXPECT_EQ(kept(), first);
  std::ofstream(folder / "visit" / "visit.toml", std::ios::app) << "\n# another line\n";
  ASSERT_EQ(start(), 0) << words;
  EXPECT_NE(kept(), first);
}

TEST_F(pack, the_last_good_one_stays_when_a_bad_one_comes) {
  ASSERT_EQ(start(), 0) << words;
  const ino_t good = kept();
  break_pack();
  EXPECT_EQ(start(), 0) << words;
  EXPECT_EQ(kept(), good);
}

TEST_F(pack, a_refused_one_is_said_on_the_screens_and_a_mended_one_is_taken) {
  const std::string good = text_of(folder / "visit" / "visit.toml");
  break_pack();
  Program device({TERTULIA_PROGRAM, "run", "--config", folder / "tertulia.toml", "--pack", folder / "visit",
                  "--role", "room", "--targets", folder / "seen"},
                 folder / "output");
  EXPECT_TRUE(Site::eventually([&] {
    return testing::Value(shown(), testing::AllOf(testing::HasSubstr("The visit pack cannot be used"),
                                                  testing::HasSubstr("visit.toml, line")));
  })) << shown()
      << text_of(folder / "output");
  std::ofstream(folder / "visit" / "visit.toml") << good;
  EXPECT_TRUE(Site::eventually([&] {
    return !testing::Value(shown(), testing::HasSubstr("cannot be used"));
  })) << text_of(folder / "output");
  EXPECT_NE(kept(), 0U);
  EXPECT_EQ(device.stop(), 0) << text_of(folder / "output");
}

// The program with an importer that takes its time.
fs::path slow_program(const fs::path& folder, const std::string& seconds) {
  fs::create_directory(folder);
  const fs::path program = TERTULIA_PROGRAM;
  fs::copy_file(program, folder / "tertulia");
  const fs::path importer = fs::absolute(program.parent_path() / "tertulia-import");
  std::ofstream(folder / "tertulia-import")
      << "#!/bin/sh\nsleep " << seconds << "\nexec '" << importer.string() << "' \"$1\"\n";
  fs::permissions(folder / "tertulia-import", fs::perms::owner_all);
  return folder / "tertulia";
}

TEST_F(pack, a_slow_one_is_not_waited_for_and_is_taken_unasked_when_it_is_read) {
  const fs::path program = slow_program(folder / "slow", "6");
  const std::vector<std::string> command{
      program,  "run",  "--config",  folder / "tertulia.toml", "--pack", folder / "visit",
      "--role", "room", "--targets", folder / "seen"};
  Program first(command, folder / "output");
  EXPECT_TRUE(Site::eventually([&] {
    return testing::Value(shown(), testing::HasSubstr("The visit pack is being read"));
  })) << shown()
      << text_of(folder / "output");
  EXPECT_TRUE(Site::eventually([&] { return kept() != 0; }));
  EXPECT_TRUE(Site::eventually([&] { return !testing::Value(shown(), testing::HasSubstr("is being read")); }))
      << text_of(folder / "output");
  EXPECT_EQ(first.stop(), 0) << text_of(folder / "output");

  const ino_t before = kept();
  std::ofstream(folder / "visit" / "visit.toml", std::ios::app) << "\n# another line\n";
  fs::remove(folder / "seen.0");
  Program second(command, folder / "output");
  EXPECT_TRUE(Site::eventually([&] { return fs::exists(folder / "seen.0"); }));
  EXPECT_EQ(kept(), before) << "the last good one is shown before the new one is read";
  EXPECT_THAT(shown(), testing::Not(testing::HasSubstr("visit pack")));
  EXPECT_TRUE(Site::eventually([&] { return kept() != before; })) << text_of(folder / "output");
  EXPECT_EQ(second.stop(), 0) << text_of(folder / "output");
}

TEST_F(pack, one_without_the_room_of_a_screen_is_said_and_the_last_good_one_stays) {
  std::ofstream(folder / "tertulia.toml", std::ios::app)
      << "[[screens]]\nrole = \"room\"\nroom = \"auditorio\"\n";
  const auto start_there = [this] {
    int code = -1;
    words = said_by(
        {TERTULIA_PROGRAM, "run", "--once", "--config", folder / "tertulia.toml", "--pack", folder / "visit"},
        code);
    return code;
  };
  EXPECT_EQ(start_there(), 1);
  EXPECT_THAT(words, testing::HasSubstr("It has no room auditorio"));
  EXPECT_EQ(kept(), 0U);
  const std::string without = text_of(folder / "visit" / "visit.toml");
  std::ofstream(folder / "visit" / "visit.toml", std::ios::app)
      << "\n[[rooms]]\nid = \"auditorio\"\nname.en = \"Auditorium\"\n";
  ASSERT_EQ(start_there(), 0) << words;
  const ino_t good = kept();
  EXPECT_NE(good, 0U);
  std::ofstream(folder / "visit" / "visit.toml") << without;
  EXPECT_EQ(start_there(), 0);
  EXPECT_THAT(words, testing::HasSubstr("It has no room auditorio"));
  EXPECT_EQ(kept(), good);
}

TEST_F(pack, painting_once_without_anything_to_show_fails) {
  break_pack();
  EXPECT_EQ(start(), 1) << words;
}

TEST_F(pack, what_can_be_used_of_one_is_shown_when_there_is_no_better_one) {
  for (const auto& form : fs::directory_iterator(folder / "visit" / "forms"))
    std::ofstream(form.path()) << "\xFF oops";
  std::ofstream(folder / "visit" / "forms" / "~$pulse.xlsx") << "x";
  ASSERT_EQ(start(), 0) << words;
  EXPECT_NE(kept(), 0U);
}

TEST_F(pack, the_agenda_goes_out_in_every_format_and_back_in) {
  int code = -1;
  fs::create_directory(folder / "out");
  const std::string said =
      said_by({TERTULIA_PROGRAM, "export-agenda", folder / "out", "--config", folder / "tertulia.toml",
               "--pack", folder / "visit", "--closed-programme"},
              code);
  ASSERT_EQ(code, 0) << said;
  const std::string visit = text_of(folder / "visit" / "visit.toml");
  for (const char* file : {"agenda.ics", "schedule.xml", "schedule.json", "agenda.csv"}) {
    ASSERT_TRUE(fs::exists(folder / "out" / file)) << said;
    fs::copy(folder / "out" / file, folder / "visit" / file, fs::copy_options::overwrite_existing);
    std::string named = visit;
    named.replace(named.find("\"agenda.ics\""), 12, "\"" + std::string(file) + "\"");
    std::ofstream(folder / "visit" / "visit.toml") << named;
    const std::string report = said_by({TERTULIA_PROGRAM, "check", folder / "visit"}, code);
    EXPECT_EQ(code, 0) << file << "\n" << report;
  }
}

TEST_F(pack, an_export_of_another_pack_leaves_the_last_good_one_of_the_device_alone) {
  ASSERT_EQ(start(), 0) << words;
  const ino_t good = kept();
  fs::copy(folder / "visit", folder / "other", fs::copy_options::recursive);
  int code = -1;
  const std::string said = said_by({TERTULIA_PROGRAM, "export-agenda", folder / "new" / "folder", "--config",
                                    folder / "tertulia.toml", "--pack", folder / "other"},
                                   code);
  EXPECT_EQ(code, 0) << said;
  EXPECT_TRUE(fs::exists(folder / "new" / "folder" / "agenda.ics"));
  EXPECT_EQ(kept(), good);
}

TEST_F(pack, a_cut_copy_of_the_last_good_one_is_made_anew) {
  ASSERT_EQ(start(), 0) << words;
  fs::resize_file(folder / "store.db.pack", fs::file_size(folder / "store.db.pack") / 2);
  EXPECT_EQ(start(), 0) << words;
}

TEST_F(pack, one_that_an_older_program_kept_is_read_anew) {
  ASSERT_EQ(start(), 0) << words;
  std::ostringstream kept_text;
  kept_text << std::ifstream(folder / "store.db.pack").rdbuf();
  std::string text = kept_text.str();
  text.replace(text.find("\"logo\":"), 6, "\"mark\"");  // a field that it does not have
  std::ofstream(folder / "store.db.pack") << text;
  const ino_t old = kept();
  ASSERT_EQ(start(), 0) << words;
  EXPECT_NE(kept(), old);
  ASSERT_EQ(start(), 0) << words;
}

TEST_F(pack, import_prints_the_canonical_pack) {
  int code = -1;
  const std::string json = said_by({TERTULIA_PROGRAM, "import", folder / "visit"}, code);
  EXPECT_EQ(code, 0);
  EXPECT_THAT(json, testing::StartsWith("{"));
}

TEST_F(pack, an_import_of_what_cannot_be_used_says_so_by_its_exit_code) {
  break_pack();
  int code = -1;
  EXPECT_THAT(said_by({TERTULIA_PROGRAM, "import", folder / "visit"}, code),
              testing::HasSubstr("tertulia check"));
  EXPECT_EQ(code, 2);
  EXPECT_NE(said_by({TERTULIA_PROGRAM, "import", folder / "nowhere"}, code), "");
  EXPECT_EQ(code, 2);
}

TEST_F(pack, a_command_that_nobody_knows_is_named) {
  int code = -1;
  EXPECT_THAT(said_by({TERTULIA_PROGRAM, "chek", folder / "visit"}, code),
              testing::HasSubstr("chek is no command"));
  EXPECT_NE(code, 0);
}

TEST_F(pack, the_check_names_a_language_that_the_screens_do_not_speak) {
  std::string visit = text_of(folder / "visit" / "visit.toml");
  visit.replace(visit.find("languages = ["), 13, "languages = [\"de\", ");
  std::ofstream(folder / "visit" / "visit.toml") << visit;
  int code = -1;
  EXPECT_THAT(said_by({TERTULIA_PROGRAM, "check", folder / "visit"}, code),
              testing::HasSubstr("does not speak the language de"));
}

TEST_F(pack, one_form_is_checked_by_itself) {
  int code = -1;
  const std::string form = folder / "visit" / "forms" / "session-pulse.csv";
  EXPECT_THAT(said_by({TERTULIA_PROGRAM, "check", form}, code), testing::HasSubstr("The form can be used."));
  EXPECT_EQ(code, 0);
  std::ofstream(folder / "bad.csv") << "survey\n,type,name,label\n,select_one nolist,a,A\n";
  EXPECT_THAT(said_by({TERTULIA_PROGRAM, "check", folder / "bad.csv"}, code), testing::HasSubstr("nolist"));
  EXPECT_EQ(code, 2);
}

TEST_F(pack, a_preview_has_every_page_of_a_form_in_each_of_its_languages_and_sizes) {
  std::ofstream(folder / "tea.csv") << "survey\n"
                                       ",type,name,label::English (en),label::French (fr),relevant\n"
                                       ",text,what,What tea?,Quel thé ?,\n"
                                       ",note,never,Nobody,Personne,false()\n";
  int code = -1;
  const std::string said = said_by({TERTULIA_PROGRAM, "preview", folder / "tea.csv", "--to", folder / "out",
                                    "--size", "800x480", "--size", "720x1280"},
                                   code);
  EXPECT_EQ(code, 0) << said;
  EXPECT_THAT(said, testing::HasSubstr("12 pictures"));
  const std::string index = text_of(folder / "out" / "index.html");
  for (const std::string page : {"start", "01-what", "02-never"})
    for (const std::string language : {"en", "fr"})
      for (const std::string size : {"800x480", "720x1280"}) {
        const std::string name = "tea-" + page + "-" + language + "-" + size + ".png";
        EXPECT_TRUE(fs::exists(folder / "out" / name)) << name;
        EXPECT_THAT(index, testing::HasSubstr(name));
      }
  EXPECT_THAT(said_by({TERTULIA_PROGRAM, "preview", folder / "tea.csv", "--size", "big"}, code),
              testing::HasSubstr("1280x800"));
  EXPECT_EQ(code, 1);
}

TEST_F(pack, a_preview_replaces_no_page_of_somebody_else) {
  std::ofstream(folder / "tea.csv") << "survey\n,type,name,label\n,text,what,What tea?\n";
  fs::create_directory(folder / "site");
  std::ofstream(folder / "site" / "index.html") << "<title>Mine</title>";
  int code = -1;
  EXPECT_THAT(said_by({TERTULIA_PROGRAM, "preview", folder / "tea.csv", "--to", folder / "site"}, code),
              testing::HasSubstr("index.html is not of a preview"));
  EXPECT_EQ(code, 1);
  EXPECT_EQ(text_of(folder / "site" / "index.html"), "<title>Mine</title>");
}

}  // namespace
}  // namespace tertulia::flow
