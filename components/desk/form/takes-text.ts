/** Whether an element takes text input; a message must not take the focus from it. */
export const takesText = (element: Element | null): boolean => element?.matches(':read-write') ?? false
