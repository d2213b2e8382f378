# SPDX-License-Identifier: Apache-2.0
# Run by ctest, not by CMake: names each suite of a test program to ctest as one test. Expects program, name, folder and
# properties (see testing.cmake).
if(NOT EXISTS "${program}")  # the stage tsan builds some programs only; whoever asks for this one hears of it
  add_test("${name}_NOT_BUILT" "${name}_NOT_BUILT")
  return()
endif()
execute_process(COMMAND "${program}" --gtest_list_tests WORKING_DIRECTORY "${folder}" OUTPUT_VARIABLE listed
                RESULT_VARIABLE status)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "${program} --gtest_list_tests failed: ${status}")
endif()
string(REGEX MATCHALL "(^|\n)[^ \n]+\\.([ \n]|$)" suites "${listed}")
if(NOT suites)
  message(FATAL_ERROR "${program} has no suite")
endif()
foreach(suite IN LISTS suites)
  string(REGEX REPLACE "^\n|\\.[ \n]*$" "" suite "${suite}")
  add_test("${name}.${suite}" "${program}" "--gtest_filter=${suite}.*")
  set_tests_properties("${name}.${suite}" PROPERTIES WORKING_DIRECTORY "${folder}" ${properties})
endforeach()
