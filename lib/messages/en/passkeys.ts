/* Words that the script of passkeys shows. */

export const cancelled = 'No passkey was used. You can try again, or go on without one.'
export const unreachable = 'The site could not be reached. Please try again in a moment.'
