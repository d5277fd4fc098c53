import { sql } from 'drizzle-orm'
import { check, createdAt, enumText, foreignId, id, index, integer, json, table, text } from '../columns'
import { people } from './people'

export const photos = table(
	'photos',
	{
		id: id(),
		/** SHA-256 of the original's bytes in hex; also the name of its folder. */
		hash: text().notNull().unique(),
		mime: enumText(['image/jpeg', 'image/png', 'image/webp']).notNull(),
		/** Size in pixels after applying the EXIF orientation. */
		width: integer().notNull(),
		height: integer().notNull(),
		/** Widths of the derivatives in pixels, ascending. */
		widths: json<number[]>().notNull(),
		/** Subset of `widths` that exists in AVIF, and thumbnail widths; empty for photographs of older releases. */
		avifWidths: json<number[]>().notNull().default([]),
		thumbWidths: json<number[]>().notNull().default([]),
		/** Dominant colour as `#rrggbb`, the placeholder while the photograph loads. */
		colour: text(),
		caption: text(),
		credit: text(),
		/** Reason for a missing credit; with one, the photograph may be published without a credit. */
		noCreditReason: text(),
		creator: text(),
		agency: text(),
		alt: text(),
		rights: text(),
		licence: text(),
		/** Last local day with rights, as `2027-06-30`; null without an end. */
		rightsEndOn: text(),
		city: text(),
		takenAt: text(),
		/** Focal point that every crop contains, in thousandths from the left and top. */
		focalX: integer().notNull().default(500),
		focalY: integer().notNull().default(500),
		/** IPTC and XMP as found in the file. */
		metadata: json<Record<string, string>>(),
		createdBy: text().references(() => people.id),
		createdAt: createdAt(),
	},
	(t) => [
		index('photos_by_rights_end').on(t.rightsEndOn).where(sql`${t.rightsEndOn} is not null`),
		check('photos_size', sql`${t.width} > 0 and ${t.height} > 0`),
		check('photos_focal', sql`${t.focalX} between 0 and 1000 and ${t.focalY} between 0 and 1000`),
	],
)

/** Portraits and logos of people. */
export const personPictures = table(
	'person_pictures',
	{
		personId: text()
			.primaryKey()
			.references(() => people.id, { onDelete: 'cascade' }),
		photoId: foreignId()
			.notNull()
			.references(() => photos.id),
	},
	(t) => [index('person_pictures_by_photo').on(t.photoId)],
)
