/** Fields of a form that confirm the sign-in; they are never sent back to the browser. */
export const CONFIRM_PASSWORD = 'confirmPassword'
export const CONFIRM_CODE = 'confirmCode'

export const isConfirmField = (name: string): boolean => name === CONFIRM_PASSWORD || name === CONFIRM_CODE
