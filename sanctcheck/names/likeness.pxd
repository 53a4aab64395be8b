# The types that `likeness.py` is compiled with.
cimport cython

cdef int _SERVANT, _LEAST_SERVED, _LEAST_DIRECTED, _LEAST_SOUNDED, _SHORTEST_ENDED, _LEAST_ENDED

cpdef object likeness(object first, object second)
@cython.locals(vowels=bint, extra=double)
cdef object _spelt(object first, object second)
@cython.locals(text=str, other=str, longest=int, most=int, edits=int)
cpdef double slip_cost(object word, object known) except? -1
cdef bint _have_like_bones(object word, object known) except -1
cpdef int letters_out(str word) except -1
cpdef int bones_out(str bones) except -1
@cython.locals(one=str, other=str, edits=int)
cdef bint _are_bones_alike(tuple skeletons, tuple others) except -1
cdef bint _meet_without(int edits, int out, int other_out, int longer) noexcept
cdef bint _is_known(object word) except -1
cdef bint _are_opposed(str one, str other) except -1
cdef bint _ends_feminine(str text) except -1
cdef bint _is_feminine(str man, str woman) except -1
cdef bint _are_man_and_woman(object one, object other) except -1
@cython.locals(text=str)
cpdef double joined_cost(object word, object several, str joined) except? -1
cpdef bint share_bones(object word, object bones) except -1
cdef object _initial(object first, object second)
cdef bint _are_related(object first, object second) except -1
@cython.locals(text=str)
cpdef str served(object word)
cdef bint _meet(tuple related, object other) except -1
@cython.locals(found=int)
cdef int _letters_apart(tuple one, tuple other) except -1
@cython.locals(nearest=double, one=str, other=str)
cdef double _consonants_apart(tuple skeletons, tuple others) except? -1
@cython.locals(letters=str, last=str)
cdef str _ended(str word)
