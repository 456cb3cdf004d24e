# Gradewatch in one image: `start` (embedded, the default), every worker (see docker-compose.yml), every command.
#
#   docker build -t gradewatch .
#   docker run --init --hostname gradewatch -v gradewatch:/data -p 127.0.0.1:8080:8080 gradewatch
#
# Keep the --hostname when running embedded: the data folder's lock names the host that holds it, and after a crash only a
# container of the same name may take it over.

FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build \
 && npm prune --omit=dev --ignore-scripts \
 # The Prisma command line stays behind as an optional peer of its client: 200 MB that nothing here runs.
 && rm -rf node_modules/prisma node_modules/@prisma/dev node_modules/@prisma/studio-core node_modules/@prisma/engines \
      node_modules/@prisma/fetch-engine node_modules/effect node_modules/elkjs node_modules/typescript \
      node_modules/@typescript node_modules/.bin node_modules/.cache

FROM node:22-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 GRADEWATCH_DATA=/data
WORKDIR /app
RUN install -d -o node -g node -m 0700 /data
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/config ./config
COPY --from=build /app/src/web/browser ./src/web/browser
COPY --from=build /app/prisma/migrations ./prisma/migrations
COPY --from=build /app/dist ./dist
USER node
VOLUME /data
EXPOSE 8080
# Where pages are served; the workers of docker-compose.yml serve none and switch it off.
HEALTHCHECK --interval=30s --timeout=5s --start-period=90s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/src/cli/main.js"]
CMD ["start"]
