# The types that `spelt.py` is compiled with.
cimport cython
from sanctcheck.names.index.finding cimport Finder

ctypedef unsigned long long bits

cdef bits _FULL
cdef int VOWELLED, GROUPED, IS_INITIAL, GENERIC, STRANGE, ALPHABET, GLANCE, _BITS, _PIECES, _SKELETONS, LONG, SLIPPED, TWICE_SLIPPED
cdef int Y_FOR_I
cdef double APART, NEAR_ENOUGH, VARIANT, CONSONANTS, DISTINCT, INITIAL, LETTERS, SHORT_WRITTEN, SLIP, TWO_SLIPS, UNVOWELLED, UNVOWELLED_CONSONANTS, WRITTEN

@cython.final
cdef class Spelt:
    cdef const unsigned char[::1] pieces
    cdef const unsigned int[::1] ends
    cdef const unsigned int[::1] bones
    cdef const unsigned int[::1] bones_ends
    cdef const unsigned char[::1] signs
    cdef const unsigned int[::1] firsts
    cdef const unsigned int[::1] shapes
    cdef const unsigned int[::1] glances
    cdef unsigned int[::1] own_shapes
    cdef int first_bone
    cdef bits[::1] masks
    cdef int[::1] lengths
    cdef int[::1] totals
    cdef unsigned char[::1] own_signs
    cdef unsigned int[::1] own_firsts

    @cython.locals(piece=int)
    cpdef object ask(self, int place, object word, bint strange)
    @cython.locals(start=int, shape="unsigned int", total=int, letter=int, bit=bits, character="Py_UCS4")
    cdef object take(self, int piece, str text)
    @cython.locals(own=int, signs=int, stands=bint, piece=int, other=int, glance=int, lengths="unsigned int", low=int, longest=double, vowels=bint, distinct=double, fewest=int, written=double, letters=double, apart=double, cost=double, edits=int, slips=bint, is_slip=bint)
    cpdef double least(self, int place, int word) noexcept
    @cython.locals(start=int, end=int, total=int, place=int)
    cdef bint is_swapped(self, int own, int other) noexcept
    cdef inline double spelt(self, bint vowels, double apart, double letters) noexcept
    @cython.locals(low=int, high=int, found=int)
    cdef int letters(self, int piece, int word) noexcept
    @cython.locals(nearest=double, bone=int, other=int, length=int, own=int, longest=double)
    cdef double apart(self, int piece, int word) noexcept
    @cython.locals(nearest=double, own=int, mine="unsigned int", longest=double, missing=int)
    cdef double hardly_apart(self, int piece, int glance, int length) noexcept
    @cython.locals(mine="unsigned int")
    cdef inline int few(self, int own, unsigned int shape, int length) noexcept
    @cython.locals(length=int, start=int, end=int, masks=int, full=bits, last=bits, more=bits, less=bits, diagonal=bits, before=bits, found=int, place=int, same=bits, swapped=bits, up=bits, down=bits)
    cdef int edits(self, int own, int other) noexcept

@cython.locals(bits="unsigned int")
cdef int ones(unsigned int bits) noexcept

@cython.locals(ties=dict, found=list, tie=double, cost=double)
cpdef list words_near(Finder finder, Spelt spelt, int place, object sought)
