-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "alertAskedAt" TIMESTAMP(3);
