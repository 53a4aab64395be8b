# The types that `kernel.py` is compiled with.
cimport cython
from sanctcheck.names.index.aligning cimport Aligner
from sanctcheck.names.index.logits cimport Logits

cdef double _MOST, HEAVY, FINEST, FAR, RELATED, UNFOUND, INITIAL, INITIAL_WEIGHT
cdef int MOST_SLOTS, _KIND, _INITIALS, _PLACE, _SEVERAL, FACTS, _SUMS, _ALIKE, _DIFFERS, _OWN, _OTHER, IS_INITIAL

@cython.final
cdef class Kernel:
    cdef Aligner aligner
    cdef Logits logits
    cdef const unsigned int[::1] names_of
    cdef const unsigned int[::1] names_ends
    cdef const float[::1] weights
    cdef const unsigned int[::1] facts
    cdef int[::1] name_slots
    cdef unsigned int[::1] touched
    cdef unsigned char[::1] nearest
    cdef double[::1] sums
    cdef double[::1] enough
    cdef double[::1] own
    cdef unsigned char[::1] own_signs
    cdef int before, names_touched, number, kind
    cdef unsigned int own_numbers
    cdef double own_total

    @cython.locals(slot=int)
    cpdef object ask(self, object asked, unsigned int numbers)
    @cython.locals(own=double, at=Py_ssize_t, is_shared=bint, word="unsigned int", cost=double, slot=int, weight=double, both=double, differs=double, name_at=int, sums=int)
    cpdef object like(self, int place, const unsigned int[:] words, const unsigned char[:] costs)
    @cython.locals(slot=int, at=int)
    cdef int name_slot_of(self, unsigned int name) noexcept
    @cython.locals(other=int)
    cpdef object want(self, int kind, object least)
    @cython.locals(found=list, slot=int, name="unsigned int", row=int, wanted=double, bound=double)
    cpdef list reached(self)
    @cython.locals(found=list, name="unsigned int", row=int, wanted=double, bound=double)
    cpdef list joined(self, dict joins)
    @cython.locals(found=list, name="unsigned int", row=int, wanted=double, bound=double)
    cpdef list abbreviated(self, list acronyms)
    @cython.locals(facts="unsigned int", row=int, is_lone=bint)
    cdef int weigh(self, unsigned int name, double wanted) noexcept
    @cython.locals(sums=int, alike=double, differs=double, left=double, other=double, place=int, taken=double, letters=double, stand=double, common=double, initials=int)
    cdef double highest(self, int slot, unsigned int name, int row) noexcept
