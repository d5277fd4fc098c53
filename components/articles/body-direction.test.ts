import { expect, test } from 'vitest'
import { bodyDirection } from '@/components/articles/body-direction'
import { bodyOf } from '@/domain/bodies/text-form'

test.each([
	['BBC قالت إن الجسر أغلق.\n\n## ماذا الآن', 'rtl'],
	['> هذا رأيي\n\n- أولا\n- ثانيا\n\n>> كلام', 'rtl'],
	['The word سلام opens it.', 'ltr'],
	['![سلام](photo:1)\n\n---', undefined],
])('%j reads %s', (text, direction) => expect(bodyDirection(bodyOf(text))).toBe(direction))
