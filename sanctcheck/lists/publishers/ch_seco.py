def recognises(head, name):
    return None
