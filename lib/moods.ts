/** The six moods in display order. */
export const MOODS = ['happy', 'sad', 'excited', 'sleepy', 'angry', 'surprise'] as const
export type Mood = (typeof MOODS)[number]

export const STARS = [5, 4, 3, 2, 1] as const
export type Stars = (typeof STARS)[number]
