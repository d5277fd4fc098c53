import { readFileSync } from 'node:fs'
import { staff } from '@/e2e/support/photos'
import { addPhoto } from './add'

/** The process that remote-store.test.ts kills. Usage: `upload.fixture.ts <file>`. */
await addPhoto(await staff('Kim', 'editor'), { bytes: readFileSync(process.argv[2] ?? '') })
