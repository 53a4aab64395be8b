# The types that `aligning.py` is compiled with.
cimport cython
from sanctcheck.names.index.logits cimport Logits
from sanctcheck.names.index.spelt cimport Spelt

cdef double JOINED, _NEVER, ACRONYM, APART, FAR, RELATED, UNFOUND
cdef int _FREE, _LOOKED_AT, _ALONE, IS_INITIAL, MOST_WORDS

@cython.final
cdef class Aligner:
    cdef Spelt spelt
    cdef Logits logits
    cdef const unsigned int[::1] words_of
    cdef const unsigned int[::1] words_ends
    cdef const float[::1] weights
    cdef const unsigned char[::1] signs
    cdef int[::1] word_slots
    cdef unsigned int[::1] words_seen
    cdef double[::1] costs
    cdef double[::1] own
    cdef unsigned char[::1] own_signs
    cdef unsigned char[::1] own_free
    cdef int[::1] slots
    cdef double[::1] others
    cdef unsigned char[::1] other_free
    cdef double[::1] pair_costs
    cdef int[::1] pairs
    cdef int before, words_number, number, other_number
    cdef bint initials, own_initials
    cdef double alike, differs

    @cython.locals(slot=int, place=int)
    cdef object ask(self, object asked)
    @cython.locals(known=int)
    cdef bint like(self, int place, unsigned int word, double cost) except -1
    @cython.locals(slot=int, end=Py_ssize_t, at=Py_ssize_t)
    cdef int slot_of(self, unsigned int word) except -1
    cdef object grow(self)
    @cython.locals(at=Py_ssize_t, word="unsigned int", least=double)
    cdef inline double cost(self, int place, int slot) noexcept
    cdef double bound(self, unsigned int name, int row) except? -1
    @cython.locals(place=int, other=int)
    cdef set possible(self)
    @cython.locals(start=int, at=int, word="unsigned int")
    cdef int load(self, unsigned int name) except -1
    @cython.locals(at=int)
    cdef int free(self) noexcept
    @cython.locals(left=double, place=int)
    cdef double settled(self, int row) noexcept
    @cython.locals(found=int, at=int)
    cdef int heaviest(self) noexcept
    @cython.locals(other=int)
    cdef bint is_alone(self, int place) noexcept
    @cython.locals(left=double, other=double, at=int, common=double, apart=double, alike=double, differs=double)
    cdef double reach(self, int row, double cost, double alone) noexcept
    @cython.locals(number=int, place=int, other=int, cost=double)
    cdef int pair(self, double most, bint known) noexcept
    @cython.locals(best=int, at=int, cost=double, place=int, other=int, one=double, two=double, both=double, differs=double, kept=int, pair=int)
    cdef int take_nearest(self, int number) noexcept
    @cython.locals(best=double, at=int)
    cdef double joined(self, unsigned int name, int row, object joins) except? -1
    @cython.locals(first=int, last=int, start=int, number=int, word="unsigned int", both=double, at=int)
    cdef bint join(self, unsigned int name, object join) except -1
    @cython.locals(name="unsigned int", of=int, weight=double, letters=int, alike=double, left=double, other_left=double, place=int, other=int, cost=double, said=double, missing=double)
    cdef double abbreviated(self, object acronym, int row) except? -1
