# The types that `logits.py` is compiled with.
cimport cython

cdef double _MOST_DIFFERS, _SLACK, MOST_ALIKE
cdef int _PARTS, _START, _EACH, _DIFFERS_SHARE, _DIFFERS_ROOT, _MISSING_SHARE, _NUMBER_DIFFERS, _NUMBER_MISSING, _LONE, _UNRELATED, _EQUAL

cdef class Logits:
    cdef double[::1] models
    cdef readonly int kinds
    cdef double off, wanted

    cdef int row(self, int kind, int other) noexcept
    @cython.locals(missing=double, differs=double)
    cdef int take_off(self, int row, unsigned int numbers, unsigned int other_numbers, bint lone) noexcept
    @cython.locals(whole=double, root=double, shares=double, reached=double)
    cdef double of(self, int row, double alike, double differs, double missing) noexcept
