/** Whether keys go into this element as text; a message must not take the focus from it. */
export const takesText = (element: Element | null): boolean => element?.matches(':read-write') ?? false
