# SPDX-License-Identifier: Apache-2.0
# tertulia_test(name SOURCES ... LIBRARIES ... [LABELS ...] [SUITES] [WINDOWS] [SERIAL] [THREADS]): one test program. Each case
# is a test of ctest. SUITES: each suite is one, because the start of a process under a sanitizer takes longer than its
# cases. WINDOWS: opens real windows; one such test at a time, beside others. SERIAL: measures time, and needs the whole
# machine for itself. THREADS: see starts_threads.
find_package(GTest REQUIRED)
include(GoogleTest)

# tertulia_test_paths(target [NAME PATH]...): paths that a test uses, as seen from the folder of the sources, where tests
# run. An absolute path on the compiler's command line would keep its cache from serving another clone.
file(RELATIVE_PATH tertulia_build_dir "${CMAKE_SOURCE_DIR}" "${CMAKE_BINARY_DIR}")
function(tertulia_test_paths name)
  target_compile_definitions(${name} PRIVATE
    TERTULIA_SOURCE_DIR="."
    TERTULIA_PICTURES_DIR="${tertulia_build_dir}/pictures")
  while(ARGN)
    list(POP_FRONT ARGN variable path)
    target_compile_definitions(${name} PRIVATE ${variable}="$<PATH:RELATIVE_PATH,${path},${CMAKE_SOURCE_DIR}>")
  endwhile()
endfunction()

# What the stage tsan of tests/run builds; it runs the tests with the label "threads".
add_custom_target(tests_with_threads)

# starts_threads(target ...): test programs that start threads, or a program of ours that does.
function(starts_threads)
  add_dependencies(tests_with_threads ${ARGN})
endfunction()

# discover_suites(name [PROPERTY VALUE]...): each suite of a test program is a test of ctest. Asked when ctest starts.
function(discover_suites name)
  set(script "${CMAKE_CURRENT_BINARY_DIR}/${name}_suites.cmake")
  file(GENERATE OUTPUT "${script}" CONTENT "set(program \"$<TARGET_FILE:${name}>\")
set(name ${name})
set(folder \"${CMAKE_SOURCE_DIR}\")
set(properties \"${ARGN}\")
include(\"${PROJECT_SOURCE_DIR}/cmake/suites.cmake\")
")
  set_property(DIRECTORY APPEND PROPERTY TEST_INCLUDE_FILES "${script}")
endfunction()

function(tertulia_test name)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "SUITES;WINDOWS;SERIAL;THREADS" "TIMEOUT" "SOURCES;LIBRARIES;LABELS")
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE tertulia_flags ${ARG_LIBRARIES} GTest::gtest GTest::gmock GTest::gtest_main)
  tertulia_test_paths(${name})
  if(NOT ARG_TIMEOUT AND ARG_SUITES)
    set(ARG_TIMEOUT 600)
  elseif(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
  endif()
  set(properties TIMEOUT ${ARG_TIMEOUT})
  if(ARG_THREADS)
    set(ARG_LABELS threads)  # the only one: a list of labels does not survive gtest_discover_tests
    starts_threads(${name})
  endif()
  if(ARG_LABELS)  # an empty value would vanish, and take the next property's name
    list(APPEND properties LABELS "${ARG_LABELS}")
  endif()
  if(TERTULIA_SANITIZE MATCHES "thread")
    list(APPEND properties ENVIRONMENT "TSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/tsan.supp")
  endif()
  if(ARG_WINDOWS)
    list(APPEND properties RESOURCE_LOCK windows)
  endif()
  if(ARG_SERIAL)
    list(APPEND properties RUN_SERIAL ON)
  endif()
  if(ARG_SUITES)
    discover_suites(${name} ${properties})
  else()
    gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}" PROPERTIES ${properties})
  endif()
endfunction()
