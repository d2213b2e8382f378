# SPDX-License-Identifier: Apache-2.0
# tertulia_test(name SOURCES ... LIBRARIES ... [LABELS ...] [SERIAL]): one test program per folder of tests/, each case
# known to ctest by its own name. SERIAL: needs a display, a port or the whole machine for itself.
find_package(GTest REQUIRED)
include(GoogleTest)

function(tertulia_test name)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "SERIAL" "TIMEOUT" "SOURCES;LIBRARIES;LABELS")
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE tertulia_flags ${ARG_LIBRARIES} GTest::gtest GTest::gmock GTest::gtest_main)
  target_compile_definitions(${name} PRIVATE TERTULIA_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
  endif()
  set(properties TIMEOUT ${ARG_TIMEOUT})
  if(ARG_LABELS)  # an empty value would vanish, and take the next property's name
    list(APPEND properties LABELS "${ARG_LABELS}")
  endif()
  if(TERTULIA_SANITIZE MATCHES "thread")
    list(APPEND properties ENVIRONMENT "TSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/tsan.supp")
  endif()
  if(ARG_SERIAL)
    list(APPEND properties RUN_SERIAL ON)
  endif()
  gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST PROPERTIES ${properties})
endfunction()
