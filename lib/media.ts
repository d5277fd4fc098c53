/** The photographs' addresses and the limits an upload form and the photo desk share. */

export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const
export type PhotoType = (typeof PHOTO_TYPES)[number]

/** What a full-frame camera writes at its best JPEG quality, with room to spare. */
export const PHOTO_BYTES_MAX = 20 * 1024 * 1024

export const MEDIA_FORMATS = ['webp', 'jpg'] as const
export type MediaFormat = (typeof MEDIA_FORMATS)[number]

export const mediaPath = (hash: string, width: number, format: MediaFormat): string =>
	`/media/${hash}/${width}.${format}`
