# probity_test_program(TARGET): what every program of tests has besides its own sources. Tests are half of what is
# compiled and little of what runs: not optimised, they compile in two thirds of the time.
function(probity_test_program target)
  target_compile_options(${target} PRIVATE -O0)
  target_link_libraries(${target} PRIVATE GTest::gmock rapidcheck)
  probity_precompile(${target} precompiled_tests)
  probity_read_together(${target})
endfunction()

# Tests whose figures could depend on how the program is optimised, or that go through whole data sets and whole programs:
# they run in the release build as well as under sanitizers; `./test` leaves the others to the sanitizers, and --fast and
# --deep run all in both. Labelled "figures"; the target probity_figures builds them, the program and the measurements.
set(probity_figures_tests unit.base unit.risk unit.ledger unit.contract unit.outcome unit.lab unit.app unit.program
    property.laws conformance.ledger cases reference.outcomes deep.kill)
set(probity_figures_programs base_tests risk_tests ledger_tests contract_tests outcome_tests lab_tests app_tests
    program_tests property_tests conformance_tests case_tests reference_tests kill_tests probity)

# At the end of the project.
function(probity_figures_target)
  add_custom_target(probity_figures)
  get_property(measured DIRECTORY ${CMAKE_SOURCE_DIR}/bench PROPERTY BUILDSYSTEM_TARGETS)
  foreach(program IN LISTS probity_figures_programs measured)
    if(TARGET ${program})
      add_dependencies(probity_figures ${program})
    endif()
  endforeach()
endfunction()

# The longest begin first, since on a fresh machine nobody knows yet which they are; to be called where tests were added.
# Seconds under sanitizers.
function(probity_order_tests)
  foreach(pair cases=220 unit.program=210 unit.app=160 property.laws=150 unit.outcome=50 unit.ledger=50 unit.lab=40
               fuzz.georgia_rows=50 fuzz.vector_rows=30)
    string(REPLACE "=" ";" parts ${pair})
    list(GET parts 0 name)
    list(GET parts 1 seconds)
    if(TEST ${name})
      set_tests_properties(${name} PROPERTIES COST ${seconds})
    endif()
  endforeach()
  foreach(name IN LISTS probity_figures_tests)
    if(TEST ${name})
      set_tests_properties(${name} PROPERTIES LABELS figures)
    endif()
  endforeach()
endfunction()
